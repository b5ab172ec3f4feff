import type { Environment } from '../config.ts';

/** What a command reads and prints. A test gives its own, so that it needs no new process. */
export type Terminal = {
  /** What is piped into the command. */
  input: NodeJS.ReadableStream;
  /** Prints a line of the answer. */
  print(line: string): void;
  /** Prints a line beside the answer: a warning, or why the command failed. */
  warn(line: string): void;
};

/** Runs a command of the command line with its arguments. @throws MendableError for what the operator can mend */
export type Command = (args: readonly string[], env: Environment, terminal: Terminal) => Promise<void>;
