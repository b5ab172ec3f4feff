import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { REAL } from '../test/support/fixtures/own-organisation.ts';
import { freePort } from '../test/support/processes/free-port.ts';

/** A measured server in its own process. */
export type Child = { url: string; pid: number; stop(): Promise<void> };

/** Starts a file that sends its address when it is open. @throws when it ends before that */
export const startChild = async (file: URL, args: readonly string[]): Promise<Child> => {
  const child = fork(fileURLToPath(file), [...args], { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  const message = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (message === null) throw new Error(`${file.pathname} ended before it was open`);
  return {
    url: String(message[0]),
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill();
      // A stopped process would not notice the end.
      child.kill('SIGCONT');
      await ended;
    },
  };
};

/** Starts the whole program, with every limit that a real one has. */
export const startProgram = async (env: Readonly<Record<string, string>>): Promise<Child> =>
  startChild(new URL('program-server.ts', import.meta.url), [
    JSON.stringify({ ...REAL, HOST: '127.0.0.1', LOG_LEVEL: 'error', PORT: String(await freePort()), ...env }),
  ]);
