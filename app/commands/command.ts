import type { Environment } from '../config.ts';

/** A command of the command line. */
export type Command = {
  usage: string;
  purpose: string;
  run(args: readonly string[], env: Environment): Promise<void>;
};
