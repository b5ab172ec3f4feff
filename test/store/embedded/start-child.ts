import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./store-child.ts', import.meta.url));

export type Child = { lines: string[]; firstLine: Promise<string>; ended: Promise<unknown>; kill(): Promise<void> };

/** Starts `store-child.ts`. `kill` is `kill -9` and resolves when all its output is read. */
export const startChild = (...args: string[]): Child => {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', CHILD, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new TypeError('the child has no output');
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(line));
  const ended = once(reader, 'close');
  const firstLine = Promise.race([once(reader, 'line'), ended]).then(() => lines[0] ?? 'nothing');
  return {
    lines,
    firstLine,
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
