import { MendableError } from '../bot/mendable-error.ts';

/** Reports an error and sets exit code 1. A mendable error is printed without its stack; any other is our own bug. */
export const reportFailure = (error: unknown): void => {
  const fault = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${fault instanceof MendableError ? fault.message : fault.stack}\n`);
  process.exitCode = 1;
};
