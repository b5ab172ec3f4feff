import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledSources } from './compiled-sources.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** A file of this folder that is loaded before the program; `tsconfig.compiled.json` lists each. */
type Preload = 'at-another-time' | 'without-microsoft';
const PRELOADS = 'test/support/processes';
const imported = (files: readonly string[]): string[] => files.flatMap((file) => ['--import', file]);

/**
 * The arguments that start the program. `SAMMEN_BUILT` names a folder with a build. Without it the sources run: compiled
 * once for this test run, or through tsx when coverage is measured or no test run is active.
 */
export const program = (...preloads: readonly Preload[]): string[] => {
  const { SAMMEN_BUILT, SAMMEN_TEST_RUN, NODE_V8_COVERAGE } = process.env;
  const sources = preloads.map((name) => join(ROOT, PRELOADS, `${name}.ts`));
  if (SAMMEN_BUILT !== undefined)
    return [...imported(sources.length > 0 ? ['tsx', ...sources] : []), `${SAMMEN_BUILT}/app/main.js`];
  if (SAMMEN_TEST_RUN === undefined || NODE_V8_COVERAGE) return [...imported(['tsx', ...sources]), 'app/main.ts'];
  const compiled = compiledSources(SAMMEN_TEST_RUN);
  return [...imported(preloads.map((name) => join(compiled, PRELOADS, `${name}.js`))), `${compiled}/app/main.js`];
};
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 60_000;

/** The variables that a child needs from the machine, without any that would configure Sammen. */
const bareEnvironment = (): Record<string, string> => {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SYSTEMROOT', 'NODE_V8_COVERAGE'];
  const env = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  // Not the settings of whoever runs the tests.
  return Object.fromEntries([...env, ['ENV_FILE', devNull]]);
};

export type Environment = Readonly<Record<string, string>>;
export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };

/** The real program in its own process. */
export type Program = {
  pid: number;
  /** Everything it has printed so far. */
  printed(): { out: string; err: string };
  ended: Promise<Ended>;
  hasEnded(): boolean;
  write(input: string): void;
  /** Closes its standard output, as `head` does. */
  stopReading(): void;
  signal(signal: NodeJS.Signals): void;
};

export const startProgram = (
  args: readonly string[],
  env: Environment = {},
  main: readonly string[] = program(),
): Program => {
  const child: ChildProcess = spawn(process.execPath, [...main, ...args], {
    cwd: ROOT,
    env: { ...bareEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    printed.out += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    printed.err += part;
  });
  // A child that ends early closes its input; the input still in the pipe does not matter.
  child.stdin?.on('error', () => undefined);
  let hasEnded = false;
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    hasEnded = true;
    return { code, signal, ...printed };
  });
  return {
    // A child that could not be spawned has none.
    pid: child.pid ?? Number.NaN,
    printed: () => ({ ...printed }),
    ended,
    hasEnded: () => hasEnded,
    write: (input) => child.stdin?.end(input),
    stopReading: () => child.stdout?.destroy(),
    signal: (signal) => {
      child.kill(signal);
    },
  };
};

/** Runs one command until it ends, with `input` on standard input; `main` starts another copy of the program. */
export const runCommand = (
  args: readonly string[],
  env: Environment = {},
  input = '',
  main?: readonly string[],
): Promise<Ended> => {
  const running = startProgram(args, env, main);
  running.write(input);
  return running.ended;
};

export type RunningSammen = {
  dataDir: string;
  /** Without a trailing slash. */
  url: string;
  /** Sends SIGTERM and returns how the process ended. */
  stop(): Promise<Ended>;
  /** `kill -9`. */
  kill(): Promise<Ended>;
  /** How it ended, whoever stopped it. */
  ended: Program['ended'];
  hasEnded(): boolean;
  printed: Program['printed'];
};

/** Starts Sammen on a free port and waits for the address it prints. @throws its standard error when it ends instead */
export const startSammen = async (
  dataDir: string,
  env: Environment = {},
  options: readonly string[] = [],
  main?: readonly string[],
): Promise<RunningSammen> => {
  const settings = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env };
  const running = startProgram(['start', ...options], settings, main);
  const url = await addressOf(running);
  return {
    dataDir,
    url,
    stop: () => endedWithin(running, 'SIGTERM', STOP_TIMEOUT_MS),
    kill: () => endedWithin(running, 'SIGKILL', STOP_TIMEOUT_MS),
    ended: running.ended,
    hasEnded: running.hasEnded,
    printed: running.printed,
  };
};

const addressOf = async (running: Program): Promise<string> => {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const found = /https?:\/\/\S+/.exec(running.printed().out.replace(/[^\n]*$/, ''));
    if (found !== null) return found[0].replace(/\/$/, '');
    if (running.hasEnded()) {
      const { code, signal, err } = await running.ended;
      throw new Error(`Sammen ended with ${code ?? signal} before it was open:\n${err}`);
    }
    await new Promise((later) => setTimeout(later, 10));
  }
  await endedWithin(running, 'SIGKILL', STOP_TIMEOUT_MS);
  throw new Error(`Sammen printed no address within ${START_TIMEOUT_MS} ms:\n${running.printed().err}`);
};

const endedWithin = async (running: Program, signal: NodeJS.Signals, deadline: number): Promise<Ended> => {
  running.signal(signal);
  const late = setTimeout(() => running.signal('SIGKILL'), deadline);
  try {
    return await running.ended;
  } finally {
    clearTimeout(late);
  }
};
