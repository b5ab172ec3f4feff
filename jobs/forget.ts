import type { Needs } from '../bot/needs.ts';
import { forget as forgetThem } from '../bot/people/forgetting/forget.ts';
import type { Counts } from './tick-due.ts';

/**
 * Forgets who is marked; whose goodbye has still to be sent waits for the next minute. One who cannot be forgotten now
 * keeps nobody else from it. @throws AggregateError of what went wrong, after all were tried
 */
export const forget = async (needs: Needs): Promise<Counts> => {
  const faults: unknown[] = [];
  let forgotten = 0;
  for (const { _id } of await needs.people.forgetting()) {
    try {
      if (await forgetThem(_id, needs)) forgotten++;
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} could not be forgotten yet`);
  return { forgotten };
};
