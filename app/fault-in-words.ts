import { MendableError } from '../bot/mendable-error.ts';

/** What the operator reads of a fault: a mendable error without its stack; any other is our own bug. */
export const faultInWords = (error: unknown): string => {
  const fault = error instanceof Error ? error : new Error(String(error));
  return fault instanceof MendableError ? fault.message : (fault.stack ?? fault.message);
};
