import type { Case } from './case.ts';

/**
 * The day by which a citizen, for whom the asker asked, hears from somebody: YYYY-MM-DD. `remindAt`: when the asker is
 * reminded of it; null once that was done, or when it is too late for it.
 */
export type CitizenHears = { by: string; remindAt: Date | null };

/** When the clock reminds the asker that a citizen hears from somebody that day; null when it does not. */
export const citizenDue = ({ state, citizenHears }: Pick<Case, 'state' | 'citizenHears'>): Date | null =>
  state === 'withdrawn' ? null : (citizenHears?.remindAt ?? null);
