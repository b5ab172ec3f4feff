import type { AccountsDeps } from '../bot/accounts/deps.ts';
import { type ErasureDeps, erasePerson } from '../bot/accounts/erasure/erase-person.ts';
import { repeatErasures } from '../bot/accounts/erasure/repeat-erasures.ts';
import type { Counts } from './names.ts';

/**
 * Erases everyone who is marked, also anew after a restore; a person whose goodbye is still unsent waits for the next minute. A failure with one
 * person does not stop the others. At the end their names have left the store's files, too.
 * @throws AggregateError with all failures, after everyone was tried
 */
export const forget = async (deps: ErasureDeps & Pick<AccountsDeps, 'leftovers'>): Promise<Counts> => {
  await repeatErasures(deps);
  const faults: unknown[] = [];
  let forgotten = 0;
  for (const { _id } of await deps.people.forgetting()) {
    try {
      if (await erasePerson(_id, deps)) forgotten++;
    } catch (error) {
      faults.push(error);
    }
  }
  if (forgotten > 0) await deps.leftovers.purge();
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} could not be forgotten yet`);
  return { forgotten };
};
