import type { Case } from './case.ts';

/** When the clock reminds the asker that a citizen hears from somebody that day; null when it does not. */
export const citizenDue = ({ state, citizenHears }: Pick<Case, 'state' | 'citizenHears'>): Date | null =>
  state === 'withdrawn' ? null : (citizenHears?.remindAt ?? null);
