import { MendableError } from '../bot/mendable-error.ts';
import { isSystemError, systemErrorInWords } from './system-error.ts';

/**
 * What the operator reads of a fault: a mendable error, or what the machine refused, without a stack. Any other is our own
 * bug.
 */
export const faultInWords = (error: unknown): string => {
  const fault = error instanceof Error ? error : new Error(String(error));
  if (fault instanceof MendableError) return fault.message;
  // Only what names a file or folder: anything else that fails with a code may be our own bug.
  if (isSystemError(fault) && fault.path !== undefined) return systemErrorInWords(fault);
  return fault.stack ?? fault.message;
};
