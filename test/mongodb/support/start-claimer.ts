import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '../../support/processes/sandbox.ts';

/** Several start at once. */
const DEADLINE = 120_000;
const CHILD = fileURLToPath(new URL('./claimer-child.ts', import.meta.url));

/** Starts `claimer-child.ts` and waits until it has the store open; `go` lets it begin. */
export const startClaimer = async (uri: string, ...args: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, uri, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const ended = once(child, 'close');
  const lines = () => said.split('\n').slice(0, -1);
  const heard = (line: string) =>
    eventually(`the child to say ${line}`, async () => (lines().includes(line) ? true : null), DEADLINE);
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
