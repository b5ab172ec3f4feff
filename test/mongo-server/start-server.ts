import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));
const START_DEADLINE_MS = 60_000;

export type MongoServer = { uri: string; stop(): Promise<void> };

/** Downloads the server's class path from Maven Central unless it is already there. */
export const fetchServer = async (): Promise<void> => {
  if (existsSync(`${FOLDER}target/dependency`)) return;
  await promisify(execFile)('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime'], {
    cwd: FOLDER,
  });
};

/** Whether the class path is there, so that the server can start without a download. */
export const hasServer = (): boolean => existsSync(`${FOLDER}target/dependency`);

/**
 * Starts the server on a port (0: any free one) and waits until it prints its address.
 * @param file where the data survives a stop; without it the data is in memory
 * @param heap maximum heap in Java's notation; a million facts in memory need several gigabytes
 */
export const startServer = async (port: number, file?: string, heap = '512m'): Promise<MongoServer> => {
  const args = [
    `-Xmx${heap}`,
    '-Dtied=true',
    '-cp',
    'target/dependency/*',
    'Server.java',
    String(port),
    ...(file === undefined ? [] : [file]),
  ];
  const child = spawn('java', args, { cwd: FOLDER, stdio: ['pipe', 'pipe', 'pipe'] });
  let errorOutput = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    errorOutput += part;
  });
  const ended = once(child, 'close');
  const deadline = setTimeout(() => child.kill('SIGKILL'), START_DEADLINE_MS);
  const lines = createInterface(child.stdout);
  const [uri] = await Promise.race([once(lines, 'line'), ended.then(() => [null])]);
  clearTimeout(deadline);
  if (typeof uri !== 'string') throw new Error(`the MongoDB test server did not start:\n${errorOutput}`);
  return {
    uri,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
