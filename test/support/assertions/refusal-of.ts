import { Refusal } from '../../../bot/refusal.ts';

/** The refusal that this work ends in, or null when it is done. Throws every other error. */
export const refusalOf = (work: () => unknown): Refusal | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
