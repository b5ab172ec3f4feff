import { MendableError } from '../bot/mendable-error.ts';

/** Ends a program with 1: a fault that a person can mend with its message alone, any other is ours and needs its stack. */
export const reportFailure = (error: unknown): void => {
  const fault = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${fault instanceof MendableError ? fault.message : fault.stack}\n`);
  process.exitCode = 1;
};
