import type { Needs } from '../bot/needs.ts';
import { forget as forgetThem } from '../bot/people/forgetting/forget.ts';
import type { Counts } from './tick-due.ts';

/** Forgets who asked for it; whose goodbye has still to be sent waits for the next minute. */
export const forget = async (needs: Needs): Promise<Counts> => {
  let forgotten = 0;
  for (const person of await needs.people.forgetting()) if (await forgetThem(person, needs)) forgotten++;
  return { forgotten };
};
