import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks a question and waits for a line; null when there is no more input. */
export type Ask = {
  (question: string, options?: { secret?: boolean }): Promise<string | null>;
  /** Whether somebody answers, and can be asked again. */
  readonly isPerson: boolean;
  /** Stops listening, so that the program can end. */
  end(): void;
};

type Person = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/**
 * Asks a person on a terminal, and does not show what is secret; where answers are piped in, takes a line for each.
 * @param interrupt ends the program as Ctrl+C does where nobody is asked
 */
export const createAsk = (
  input: NodeJS.ReadableStream,
  beside: Person,
  interrupt = () => void process.kill(process.pid, 'SIGINT'),
): Ask => {
  const isPerson = beside.isTTY === true && 'isTTY' in input && input.isTTY === true;
  let hidden = false;
  const shown = new Writable({
    write: (chunk, _encoding, done) => {
      if (!hidden) beside.write(String(chunk));
      done();
    },
  });
  let reader: Interface | null = null;
  let lines: AsyncIterator<string> | null = null;
  const next = (): Promise<IteratorResult<string>> => {
    if (reader === null) {
      reader = createInterface(isPerson ? { input, output: shown, terminal: true } : { input });
      reader.on('SIGINT', () => {
        reader?.close();
        beside.write('\n');
        interrupt();
      });
    }
    lines ??= reader[Symbol.asyncIterator]();
    return lines.next();
  };
  const ask = async (question: string, { secret = false } = {}): Promise<string | null> => {
    if (isPerson) beside.write(question);
    hidden = secret;
    const { value, done } = await next();
    if (secret && isPerson) beside.write('\n');
    hidden = false;
    return done === true ? null : value.trim();
  };
  return Object.assign(ask, { isPerson, end: () => reader?.close() });
};
