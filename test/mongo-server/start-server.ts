import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));
const START_DEADLINE = 60_000;

export type MongoServer = { uri: string; stop(): Promise<void> };

/** Brings the server's class path from Maven Central, once. */
export const fetchServer = async (): Promise<void> => {
  if (existsSync(`${FOLDER}target/dependency`)) return;
  await promisify(execFile)('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime'], {
    cwd: FOLDER,
  });
};

/** Whether the class path is there, so that a server can be started without fetching anything. */
export const hasServer = (): boolean => existsSync(`${FOLDER}target/dependency`);

/**
 * Starts the server on a port (0: any free one) and waits until it says its address.
 * @param file keeps the data over a stop; without it they are in memory
 * @param heap in Java's words; a million facts in memory need several gigabytes
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
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const ended = once(child, 'close');
  const late = setTimeout(() => child.kill('SIGKILL'), START_DEADLINE);
  const lines = createInterface(child.stdout);
  const [uri] = await Promise.race([once(lines, 'line'), ended.then(() => [null])]);
  clearTimeout(late);
  if (typeof uri !== 'string') throw new Error(`the MongoDB test server did not come up:\n${said}`);
  return {
    uri,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
