import { type ErasureDeps, forget as forgetThem } from '../bot/lives/erasure/erase-person.ts';
import type { Counts } from './tick-due.ts';

/**
 * Forgets who is marked; whose goodbye has still to be sent waits for the next minute. One who cannot be forgotten now
 * keeps nobody else from it. @throws AggregateError of what went wrong, after all were tried
 */
export const forget = async (deps: ErasureDeps): Promise<Counts> => {
  const faults: unknown[] = [];
  let forgotten = 0;
  for (const { _id } of await deps.people.forgetting()) {
    try {
      if (await forgetThem(_id, deps)) forgotten++;
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} could not be forgotten yet`);
  return { forgotten };
};
