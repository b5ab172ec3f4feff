import { AssertionError } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Seeded } from '../fixtures/seeded.ts';
import { type RunningSammen, startProgram, startSammen } from './running-sammen.ts';
import { complaints, type Sandbox, sandboxAt, startOnTuesday } from './sandbox.ts';

/** How often a start is killed, too, before it gets to its end. */
const KILLED_STARTS = 0.2;

/** A Sammen that is killed again and again and started on the same folder. */
export type CrashingSammen = {
  sandbox: Sandbox;
  /** How long a start takes on this machine, in milliseconds. */
  startTakes: number;
  /** Does it again and again while the connection breaks; only for what may be repeated. */
  insist<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when it is open; rejects when it could not be started. */
  isOpen(): Promise<void>;
  /** `kill -9` now, and a start after it. Of several at once one kills. */
  kill(): Promise<void>;
  counts(): { kills: number; duringStart: number };
  /** Everything it complained of, in all its lives. */
  complaints(): string[];
  stop(): Promise<void>;
};

export const openCrashing = async (dataDir: string, random: Seeded): Promise<CrashingSammen> => {
  const said: string[] = [];
  let kills = 0;
  let duringStart = 0;
  const began = Date.now();
  let running: RunningSammen = await startOnTuesday(dataDir);
  const startTakes = Date.now() - began;
  let open: Promise<void> = Promise.resolve();
  let restarting = false;

  const killDuringStart = async (): Promise<void> => {
    const starting = startProgram(['start'], { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' });
    await sleep(random.below(startTakes * 1.2));
    starting.signal('SIGKILL');
    said.push(...complaints(await starting.ended));
    duringStart++;
  };
  const restart = async (): Promise<void> => {
    said.push(...complaints(await running.kill()));
    while (random.chance(KILLED_STARTS)) await killDuringStart();
    running = await startSammen(dataDir);
    restarting = false;
  };

  const sandbox = sandboxAt(() => running.url);
  return {
    sandbox,
    startTakes,
    insist: async (work) => {
      for (;;) {
        await open;
        try {
          return await work();
        } catch (error) {
          if (error instanceof AssertionError) throw error;
          await sleep(2);
        }
      }
    },
    isOpen: () => open,
    kill: async () => {
      if (restarting) return open;
      restarting = true;
      kills++;
      open = restart();
      // Whoever waits hears of a start that failed; nobody waiting must not end the run of tests.
      open.catch(() => undefined);
      return open;
    },
    counts: () => ({ kills, duringStart }),
    complaints: () => said,
    stop: async () => {
      await open.catch(() => undefined);
      said.push(...complaints(await running.stop()));
    },
  };
};
