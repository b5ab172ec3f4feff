import { exec } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { bothPlatforms } from '../../test/long/support/both-platforms.ts';
import { fetchServer, startServer } from '../../test/mongo-server/start-server.ts';
import { uriOf } from '../../test/mongodb/support/test-database.ts';
import { TOKEN } from '../../test/slack/support/names.ts';
import { freePort } from '../../test/support/processes/free-port.ts';
import { type Program, program, startProgram } from '../../test/support/processes/running-sammen.ts';
import type { Platforms } from './platforms.ts';

export const METRICS_TOKEN = 'metrics-token-of-the-hour';
const DATABASE = 'sammen-hour';
const START_MS = 120_000;

/** The store: a MongoDB that can be stopped and started, and keeps its data meanwhile. */
export type StoreServer = { uri: string; stop(): Promise<void>; start(): Promise<void>; close(): Promise<void> };

/** The Java server with its data in a file; or the one at `uri`, with the commands that stop and start it. */
export const openStoreServer = async (
  folder: string,
  given: { uri?: string | undefined; stop?: string | undefined; start?: string | undefined },
): Promise<StoreServer> => {
  if (given.uri !== undefined) {
    const run = async (command: string | undefined) => {
      if (command === undefined) throw new Error('a given store needs --store-stop and --store-start');
      await promisify(exec)(command);
    };
    return {
      uri: uriOf(given.uri, `${DATABASE}-${Date.now()}`),
      stop: () => run(given.stop),
      start: () => run(given.start),
      close: async () => undefined,
    };
  }
  await fetchServer();
  const [port, file] = [await freePort(), join(folder, 'store.h2')];
  const begin = () => startServer(port, file, '2g');
  let server = await begin();
  return {
    uri: uriOf(server.uri, DATABASE),
    stop: () => server.stop(),
    start: async () => {
      server = await begin();
    },
    close: () => server.stop(),
  };
};

export type Slot = 'a' | 'b';

/** One life of a process, such as `a2`: what it calls itself towards the platforms. */
export type Life = {
  name: string;
  slot: Slot;
  url: string;
  program: Program;
  begins: number;
  /** When it was told to end, or killed. */
  ends: number | null;
  how: 'SIGTERM' | 'SIGKILL' | null;
};

export type Processes = {
  lives: readonly Life[];
  ports: Readonly<Record<Slot, number>>;
  /** The life that answers in this slot; null while it is away. A proxy that asks `/readyz` knows. */
  ready(slot: Slot): Life | null;
  start(slot: Slot): Promise<void>;
  /** Returns once it has ended. */
  end(slot: Slot, how: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

export const openProcesses = async (
  folder: string,
  store: StoreServer,
  platforms: Platforms,
  organisation: string,
): Promise<Processes> => {
  const { slack, microsoft } = platforms;
  const ports = { a: await freePort(), b: await freePort() };
  const lives: Life[] = [];
  const running = new Map<Slot, Life>();
  const ready = new Map<Slot, Life>();
  return {
    lives,
    ports,
    ready: (slot) => ready.get(slot) ?? null,
    start: async (slot) => {
      const name = `${slot}${lives.filter((life) => life.slot === slot).length + 1}`;
      const started = startProgram(
        ['start'],
        {
          ...bothPlatforms(slack, microsoft, join(folder, `data-${slot}`)),
          ORGANISATION_FILE: organisation,
          MONGODB_URI: store.uri,
          METRICS_TOKEN,
          SLACK_BOT_TOKEN: `${TOKEN}-${name}`,
          MicrosoftAppPassword: name,
          PORT: String(ports[slot]),
          LOG_LEVEL: 'info',
        },
        program('without-microsoft'),
      );
      const url = `http://127.0.0.1:${ports[slot]}`;
      const life: Life = { name, slot, url, program: started, begins: Date.now(), ends: null, how: null };
      lives.push(life);
      running.set(slot, life);
      await untilReady(life);
      ready.set(slot, life);
    },
    end: async (slot, how) => {
      const life = running.get(slot);
      if (life === undefined) return;
      life.ends = Date.now();
      life.how = how;
      life.program.signal(how);
      // As a balancer does that asks `/readyz` every second: a killed one is found out by a request.
      if (how === 'SIGTERM') ready.delete(slot);
      const ended = await life.program.ended;
      ready.delete(slot);
      running.delete(slot);
      await writeFile(join(folder, `${life.name}.log`), ended.err);
    },
  };
};

const untilReady = async ({ url, program: { hasEnded, printed } }: Life): Promise<void> => {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (hasEnded()) throw new Error(`Sammen ended before it was open:\n${printed().err}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`Sammen was not ready within ${START_MS} ms:\n${printed().err}`);
};
