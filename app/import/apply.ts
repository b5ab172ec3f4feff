import { markLeft } from '../../bot/accounts/release-work.ts';
import type { ChangedPerson, Difference } from '../../bot/people/directory/compare.ts';
import type { Address } from '../../bot/people/person.ts';
import { NEVER } from '../../bot/people/person.ts';
import type { People, PersonChanges } from '../../bot/people/port.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';

/** Writes in flight at a time; the store makes them durable together. */
const BATCH_SIZE = 100;

/**
 * Brings the directory in line with the list. Every write is safe to repeat, so importing the list again continues
 * where a process died. The bot reassigns the leavers' work within a minute, or when it next starts.
 * @param home the platform where new people can be reached from the start, if any: everybody in a sandbox has a chat
 */
export const applyDifference = async (
  { added, changed, moved, gone }: Difference,
  people: People & PersonChanges,
  home: 'sandbox' | null,
): Promise<void> => {
  await inBatches(added, async ({ person, line: _line }) => {
    const addresses: Address[] = home === null ? [] : [{ platform: home, id: person._id, at: NEVER }];
    if (await people.add({ ...person, addresses })) return;
    // They wrote to Sammen for the first time after the comparison, so they are in the directory already.
    const existing = await people.get(person._id);
    const known = existing === null ? person : await resolveJoined(existing, people);
    const { email, name, unit, profession, manager, roles, agent } = person;
    await people.change(known._id, { email, name, unit, profession, manager, roles, agent, imported: true });
  });
  await inBatches([...changed, ...moved], ({ person, change }: ChangedPerson) => people.change(person._id, change));
  const now = new Date();
  await inBatches(gone, ({ _id }) => markLeft(_id, now, people));
};

const inBatches = async <T>(all: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (let start = 0; start < all.length; start += BATCH_SIZE)
    await Promise.all(all.slice(start, start + BATCH_SIZE).map(work));
};
