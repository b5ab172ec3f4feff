import { AssertionError } from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../../cross-platform/support/party.ts';
import { startFakeSlack } from '../../slack/support/fake-slack.ts';
import { freePort } from '../../support/processes/free-port.ts';
import { type Program, program, runCommand, startProgram } from '../../support/processes/running-sammen.ts';
import { complaints, eventually } from '../../support/processes/sandbox.ts';
import { shiftClock } from '../../support/processes/shift-clock.ts';
import { startFakeConnector } from '../../teams/support/fake-connector.ts';
import { startMicrosoft } from '../../teams/support/microsoft.ts';
import { bothPlatforms } from './both-platforms.ts';

const main = (): string[] => program('without-microsoft', 'at-another-time');

/** The real program with Teams and Slack, which is killed and started again. Its clock is the test's. */
export type KilledHouse = House & {
  folder: string;
  /** When it was killed. */
  kills: readonly number[];
  /**
   * Does this and kills the process (`kill -9`) in the midst of it or soon after; then starts a new one on the same
   * folder. Whoever does so while one is killed shares it.
   */
  killDuring(work: () => Promise<void>, afterMs: number): Promise<void>;
  /** Kills it, and starts it at this time. */
  goTo(time: Date): Promise<void>;
  /** Ends it in order, and says what it complained of. */
  stop(): Promise<string[]>;
  close(): Promise<void>;
};

/** @param people the list of the municipality's people, as CSV */
export const openKilledHouse = async (folder: string, people: string, begins: Date): Promise<KilledHouse> => {
  const [slack, connector, microsoft] = [await startFakeSlack(), await startFakeConnector(), await startMicrosoft()];
  const printed: string[] = [];
  const kills: number[] = [];
  let shift = 0;
  let setRight = (): void => undefined;
  const moveTo = (time: Date): void => {
    setRight();
    shift = time.getTime() - Date.now();
    setRight = shiftClock(shift);
  };
  const settings = () => ({
    ...bothPlatforms(slack, microsoft, join(folder, 'data')),
    CLOCK_SHIFT_MS: String(shift),
  });
  moveTo(begins);
  const list = join(folder, 'people.csv');
  await writeFile(list, people);
  const imported = await runCommand(['import-people', list], settings(), '', main());
  if (imported.code !== 0) throw new Error(imported.err + imported.out);

  let url = '';
  let running: Program | null = null;
  const start = async (): Promise<void> => {
    const port = await freePort();
    const started = startProgram(['start'], { ...settings(), PORT: String(port) }, main());
    running = started;
    url = `http://127.0.0.1:${port}`;
    await eventually('it listens', () => {
      if (started.hasEnded()) throw new AssertionError({ message: `it ended:\n${started.printed().err}` });
      return fetch(`${url}/readyz`).catch(() => null);
    });
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    running?.signal(signal);
    if (running !== null) printed.push(...complaints(await running.ended));
    running = null;
  };
  let open = start();
  let again: Promise<void> | null = null;
  const restart = (time: Date | null): Promise<void> => {
    again ??= (async () => {
      await end('SIGKILL');
      kills.push(Date.now());
      if (time !== null) moveTo(time);
      await start();
    })().finally(() => {
      again = null;
    });
    open = again;
    return again;
  };
  await open;
  return {
    folder: join(folder, 'data'),
    connector,
    microsoft,
    slack,
    kills,
    flush: async () => undefined,
    post: async (path, request) => {
      for (;;) {
        await open;
        try {
          const response = await fetch(url + path, { method: 'POST', ...request() });
          return { status: response.status, text: await response.text() };
        } catch {
          // It was killed: whoever pressed has no answer, and the platform sends the same again.
          await sleep(5);
        }
      }
    },
    killDuring: async (work, afterMs) => {
      await Promise.all([work(), sleep(afterMs).then(() => restart(null))]);
    },
    goTo: async (time) => {
      await again;
      await restart(time);
    },
    stop: async () => {
      await open;
      await end('SIGTERM');
      return [...printed];
    },
    close: async () => {
      await again?.catch(() => undefined);
      await end('SIGKILL');
      setRight();
      await Promise.all([slack.close(), connector.close(), microsoft.close()]);
    },
  };
};
