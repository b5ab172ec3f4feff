import { Readable } from 'node:stream';
import { createAsk } from '../../../app/command-line/ask.ts';
import type { Terminal } from '../../../app/commands/command.ts';
import type { Environment } from './running-sammen.ts';

/**
 * Runs one command in this process as `app/main.ts` does, with `input` on its standard input. A new process would take a
 * second for each; `test/commands/in-a-process.test.ts` starts one.
 */
export const runHere = async (
  args: readonly string[],
  env: Environment = {},
  input = '',
): Promise<{ code: number } & Printed> => {
  // On demand: a test that starts a process of its own needs none of it.
  const { runCommandLine } = await import('../../../app/command-line/run-command-line.ts');
  const { terminal, printed } = aTerminal(input);
  const code = await runCommandLine(args, env, terminal);
  return { code, ...printed };
};

type Printed = {
  out: string;
  err: string;
  /** What stands beside the answer, such as which store it comes from; in a process of its own a part of `err`. */
  notes: string;
};

/** A terminal with `input` piped in, and what was printed on it. */
export const aTerminal = (input = ''): { terminal: Terminal; printed: Printed } => {
  const printed: Printed = { out: '', err: '', notes: '' };
  const given = Readable.from(input === '' ? [] : [input]);
  const terminal: Terminal = {
    input: given,
    print: (line) => {
      printed.out += `${line}\n`;
    },
    warn: (line) => {
      printed.err += `${line}\n`;
    },
    note: (line) => {
      printed.notes += `${line}\n`;
    },
    ask: createAsk(given, { write: () => true, isTTY: false }),
    progress: () => ({ to: () => undefined, end: () => undefined }),
  };
  return { terminal, printed };
};
