import type { Progress, Terminal } from '../commands/command.ts';
import { createAsk } from './ask.ts';

const BAR_LENGTH = 30;
const BACK_AND_CLEAR = '\r\u001b[2K';

/** The terminal that the program was started in. */
export const createTerminal = (
  input: NodeJS.ReadableStream,
  output: Pick<NodeJS.WriteStream, 'write'>,
  beside: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
): Terminal => {
  const say = (line: string): void => void beside.write(`${line}\n`);
  return {
    input,
    print: (line) => void output.write(`${line}\n`),
    warn: say,
    note: say,
    ask: createAsk(input, beside),
    progress: (title) => (beside.isTTY ? bar(title, (text) => void beside.write(text)) : NO_PROGRESS),
  };
};

/** Shown where nobody watches. */
const NO_PROGRESS: Progress = { to: () => undefined, end: () => undefined };

const bar = (title: string, write: (text: string) => void): Progress => {
  let drawn = '';
  return {
    to: (done, total) => {
      const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 100;
      const filled = '█'.repeat((percent * BAR_LENGTH) / 100).padEnd(BAR_LENGTH, '░');
      const text = `${title} ${filled} ${percent} %`;
      if (text !== drawn) write(`${BACK_AND_CLEAR}${text}`);
      drawn = text;
    },
    end: () => write(BACK_AND_CLEAR),
  };
};
