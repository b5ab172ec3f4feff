import type { Environment } from '../config.ts';

/** One thing the command line can do. */
export type Command = {
  usage: string;
  purpose: string;
  run(args: readonly string[], env: Environment): Promise<void>;
};
