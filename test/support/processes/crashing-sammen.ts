import { AssertionError } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Seeded } from '../fixtures/seeded.ts';
import { type RunningSammen, startProgram, startSammen } from './running-sammen.ts';
import { complaints, type Sandbox, sandboxAt, startOnTuesday } from './sandbox.ts';

/** The probability that a start is killed before it completes. */
const KILLED_START_RATE = 0.2;

/** A Sammen that is repeatedly killed and restarted on the same folder. */
export type CrashingSammen = {
  sandbox: Sandbox;
  /** The duration of a start on this machine, in milliseconds. */
  startTakes: number;
  /** Retries while the connection breaks; only for idempotent work. */
  insist<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when Sammen is open; rejects when it cannot start. */
  isOpen(): Promise<void>;
  /** Kills with `kill -9`, then restarts. Concurrent calls share one kill. */
  kill(): Promise<void>;
  counts(): { kills: number; duringStart: number };
  /** Every complaint that any of its processes printed. */
  complaints(): string[];
  stop(): Promise<void>;
};

export const openCrashing = async (dataDir: string, random: Seeded): Promise<CrashingSammen> => {
  const printed: string[] = [];
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
    printed.push(...complaints(await starting.ended));
    duringStart++;
  };
  const restart = async (): Promise<void> => {
    printed.push(...complaints(await running.kill()));
    while (random.chance(KILLED_START_RATE)) await killDuringStart();
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
      // Waiters see the failed start; without a waiter the rejection must not end the test run.
      open.catch(() => undefined);
      return open;
    },
    counts: () => ({ kills, duringStart }),
    complaints: () => printed,
    stop: async () => {
      await open.catch(() => undefined);
      printed.push(...complaints(await running.stop()));
    },
  };
};
