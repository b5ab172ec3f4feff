import type { Ask } from '../command-line/ask.ts';
import type { Environment } from '../settings/config.ts';

/** What a command reads and prints. A test gives its own, so that it needs no new process. */
export type Terminal = {
  /** What is piped into the command. */
  input: NodeJS.ReadableStream;
  /** Prints a line of the answer. */
  print(line: string): void;
  /** Prints a line beside the answer: a warning, or why the command failed. */
  warn(line: string): void;
  /** Prints a line beside the answer that is neither: where it comes from. */
  note(line: string): void;
  /** Asks for what a command needs to know. */
  ask: Ask;
  /** Begins a bar that shows how far the work is, where somebody watches; nothing is shown where nobody does. */
  progress(title: string): Progress;
};

export type Progress = {
  /** `done` of `total` steps are done. */
  to(done: number, total: number): void;
  /** Takes the bar away. Nothing else may be printed before. */
  end(): void;
};

/** What was given to a command, in the types that its declaration in `app/command-line/` gives it. */
type Given<Args extends unknown[], Options> = { args: Args; options: Options };

/** Does the work of a command. @throws UsageError for misuse, another MendableError for what the operator can mend */
export type Work<Args extends unknown[] = [], Options = unknown> = (
  given: Given<Args, Options>,
  env: Environment,
  terminal: Terminal,
) => Promise<void>;
