import type { PersonId } from '../../ids.ts';
import type { LivesDeps } from '../deps.ts';

/** So many wrong codes, each within `WAIT` of the one before, and a person must wait. */
const MOST_WRONG = 5;
export const LINK_MINUTES = 10;
export const minutesAfter = (moment: Date, minutes = LINK_MINUTES): Date =>
  new Date(moment.getTime() + minutes * 60_000);

const TRIES = 8;

/**
 * Counts a code before it is looked at, so that many at once do not pass; a right one is taken off again. Answers until
 * when the person must wait, null when they may try.
 */
export const countCode = async (
  person: PersonId,
  heard: string,
  { linkRequests, clock }: LivesDeps,
): Promise<Date | null> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const now = clock();
    const before = await linkRequests.wrongCodes(person);
    const counted = before === null || minutesAfter(before.at) <= now ? [] : before.heard;
    // The platform brought the same message again.
    if (counted.includes(heard)) return null;
    if (before !== null && counted.length >= MOST_WRONG) return minutesAfter(before.at);
    if (await linkRequests.setWrongCodes(person, before, { heard: [...counted, heard], at: now })) return null;
  }
  return minutesAfter(clock());
};

/** It was right after all. */
export const forgetCodes = async (person: PersonId, { linkRequests, clock }: LivesDeps): Promise<void> => {
  const before = await linkRequests.wrongCodes(person);
  if (before !== null) await linkRequests.setWrongCodes(person, before, { heard: [], at: clock() });
};
