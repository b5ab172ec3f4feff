import type { Principle } from '../words.ts';
import type { NudgeDeps } from './deps.ts';
import type { Nudge } from './nudge-library.ts';

/**
 * Every text that HR may choose for a week of this principle, in their order. Whatever else is to be chosen from comes
 * in here, and has an id that no text of the library has.
 */
export const candidatesFor = async (
  principle: Principle,
  { library }: Pick<NudgeDeps, 'library'>,
): Promise<readonly Nudge[]> => library.filter((nudge) => nudge.principle === principle);
