import type { PersonId } from '../../ids.ts';
import { tryOnConflict } from '../../retry-on-conflict.ts';
import { MINUTE } from '../../time/units.ts';
import type { LivesDeps } from '../deps.ts';

/** So many wrong codes, each within `WAIT` of the one before, and a person must wait. */
const MAX_WRONG = 5;
export const LINK_MINUTES = 10;
export const minutesAfter = (moment: Date, minutes = LINK_MINUTES): Date =>
  new Date(moment.getTime() + minutes * MINUTE);

type CountingDeps = Pick<LivesDeps, 'linkRequests' | 'clock'>;

/**
 * Counts a code before it is looked at, so that many at once do not pass; a right one is taken off again. Answers until
 * when the person must wait, null when they may try.
 */
export const countCode = async (
  person: PersonId,
  heard: string,
  { linkRequests, clock }: CountingDeps,
): Promise<Date | null> => {
  const counted = await tryOnConflict(async () => {
    const now = clock();
    const before = await linkRequests.wrongCodes(person);
    const wrong = before === null || minutesAfter(before.at) <= now ? [] : before.heard;
    // The platform brought the same message again.
    if (wrong.includes(heard)) return { mustWaitUntil: null };
    if (before !== null && wrong.length >= MAX_WRONG) return { mustWaitUntil: minutesAfter(before.at) };
    const isKept = await linkRequests.setWrongCodes(person, before, { heard: [...wrong, heard], at: now });
    return isKept ? { mustWaitUntil: null } : null;
  });
  return counted === null ? minutesAfter(clock()) : counted.mustWaitUntil;
};

/** It was right after all. */
export const forgetCodes = async (person: PersonId, { linkRequests, clock }: CountingDeps): Promise<void> => {
  const before = await linkRequests.wrongCodes(person);
  if (before !== null) await linkRequests.setWrongCodes(person, before, { heard: [], at: clock() });
};
