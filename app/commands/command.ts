import type { Environment } from '../config.ts';

/** Runs a command of the command line with its arguments. @throws MendableError for what the operator can mend */
export type Command = (args: readonly string[], env: Environment) => Promise<void>;
