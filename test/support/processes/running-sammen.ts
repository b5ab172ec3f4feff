import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compiledSources } from './compiled-sources.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/**
 * `SAMMEN_BUILT` names a folder with a build; without it the sources run: compiled for this run of the tests, or as they
 * are where coverage is measured and outside a run.
 */
const program = (): string[] => {
  const { SAMMEN_BUILT, SAMMEN_TEST_RUN, NODE_V8_COVERAGE } = process.env;
  if (SAMMEN_BUILT !== undefined) return [`${SAMMEN_BUILT}/app/main.js`];
  if (SAMMEN_TEST_RUN === undefined || NODE_V8_COVERAGE) return ['--import', 'tsx', 'app/main.ts'];
  return [`${compiledSources(SAMMEN_TEST_RUN)}/app/main.js`];
};
const START_DEADLINE = 120_000;
const STOP_DEADLINE = 60_000;

/** What a child needs of the machine, and nothing that would configure Sammen. */
const bareEnvironment = (): Record<string, string> => {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SYSTEMROOT', 'NODE_V8_COVERAGE'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
};

export type Environment = Readonly<Record<string, string>>;
export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };

/** The real program as a process of its own. */
export type Program = {
  /** Everything it has printed so far. */
  printed(): { out: string; err: string };
  ended: Promise<Ended>;
  hasEnded(): boolean;
  write(input: string): void;
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
  // A child that ends early closes its input; what was on the way there is nobody's loss.
  child.stdin?.on('error', () => undefined);
  let over = false;
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    over = true;
    return { code, signal, ...printed };
  });
  return {
    printed: () => ({ ...printed }),
    ended,
    hasEnded: () => over,
    write: (input) => child.stdin?.end(input),
    signal: (signal) => {
      child.kill(signal);
    },
  };
};

/** Runs one command to its end, with `input` on its standard input; `main` names another copy of the program. */
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
  /** Without a slash at its end. */
  url: string;
  /** SIGTERM; answers how it ended. */
  stop(): Promise<Ended>;
  /** `kill -9`. */
  kill(): Promise<Ended>;
  hasEnded(): boolean;
  printed: Program['printed'];
};

/** Starts Sammen on a free port and waits for the address it prints. @throws what it said when it ended instead */
export const startSammen = async (
  dataDir: string,
  env: Environment = {},
  options: readonly string[] = [],
): Promise<RunningSammen> => {
  const running = startProgram(['start', ...options], { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env });
  const url = await addressOf(running);
  return {
    dataDir,
    url,
    stop: () => endedWithin(running, 'SIGTERM', STOP_DEADLINE),
    kill: () => endedWithin(running, 'SIGKILL', STOP_DEADLINE),
    hasEnded: running.hasEnded,
    printed: running.printed,
  };
};

const addressOf = async (running: Program): Promise<string> => {
  const deadline = Date.now() + START_DEADLINE;
  while (Date.now() < deadline) {
    const found = /https?:\/\/\S+/.exec(running.printed().out.replace(/[^\n]*$/, ''));
    if (found !== null) return found[0].replace(/\/$/, '');
    if (running.hasEnded()) {
      const { code, signal, err } = await running.ended;
      throw new Error(`Sammen ended with ${code ?? signal} before it was open:\n${err}`);
    }
    await new Promise((later) => setTimeout(later, 10));
  }
  await endedWithin(running, 'SIGKILL', STOP_DEADLINE);
  throw new Error(`Sammen printed no address within ${START_DEADLINE} ms:\n${running.printed().err}`);
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
