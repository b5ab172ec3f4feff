import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '../../support/processes/sandbox.ts';

/** Long, because several processes start at the same time. */
const DEADLINE_MS = 120_000;
const CHILD = fileURLToPath(new URL('./claimer-child.ts', import.meta.url));

/** Starts `claimer-child.ts` and waits until it has opened the store; `go` lets it begin. */
export const startClaimer = async (uri: string, ...args: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, uri, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part;
  });
  const ended = once(child, 'close');
  const lines = () => output.split('\n').slice(0, -1);
  const heard = (line: string) =>
    eventually(`the child to print ${line}`, async () => (lines().includes(line) ? true : null), DEADLINE_MS);
  await heard('open');
  return {
    go: () => child.stdin.write('go\n'),
    heard,
    ended,
    claimed: () => lines().flatMap((line) => (line.startsWith('claimed ') ? [line.slice('claimed '.length)] : [])),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
