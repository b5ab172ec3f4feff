import type { PersonId } from '../../ids.ts';
import { tryOnConflict } from '../../retry-on-conflict.ts';
import { MINUTE } from '../../time/units.ts';
import type { AccountsDeps } from '../deps.ts';

/** After this many wrong codes, each within `LINK_MINUTES` of the one before, a person must wait. */
const MAX_WRONG_CODES = 5;
export const LINK_MINUTES = 10;
export const minutesAfter = (moment: Date, minutes = LINK_MINUTES): Date =>
  new Date(moment.getTime() + minutes * MINUTE);

type WrongCodesDeps = Pick<AccountsDeps, 'linkRequests' | 'clock'>;

/**
 * Counts a code as wrong before it is checked, so that concurrent guesses cannot slip through; a right one resets the
 * count. Returns the end of the wait, or null when the person may try.
 */
export const countCode = async (
  person: PersonId,
  heard: string,
  { linkRequests, clock }: WrongCodesDeps,
): Promise<Date | null> => {
  const counted = await tryOnConflict(async () => {
    const now = clock();
    const before = await linkRequests.wrongCodes(person);
    const wrong = before === null || minutesAfter(before.at) <= now ? [] : before.heard;
    // The platform delivered the same message again.
    if (wrong.includes(heard)) return { mustWaitUntil: null };
    if (before !== null && wrong.length >= MAX_WRONG_CODES) return { mustWaitUntil: minutesAfter(before.at) };
    const isKept = await linkRequests.setWrongCodes(person, before, { heard: [...wrong, heard], at: now });
    return isKept ? { mustWaitUntil: null } : null;
  });
  return counted === null ? minutesAfter(clock()) : counted.mustWaitUntil;
};

/** Resets the count after a right code. */
export const resetCodes = async (person: PersonId, { linkRequests, clock }: WrongCodesDeps): Promise<void> => {
  const before = await linkRequests.wrongCodes(person);
  if (before !== null) await linkRequests.setWrongCodes(person, before, { heard: [], at: clock() });
};
