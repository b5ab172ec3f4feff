import { markLeft } from '../../bot/lives/release-work.ts';
import type { ChangedPerson, Difference } from '../../bot/people/directory/compare.ts';
import type { Address } from '../../bot/people/person.ts';
import { NEVER } from '../../bot/people/person.ts';
import type { People, PersonChanges } from '../../bot/people/port.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';

/** So many writes are on their way at once; the store gathers what it makes durable together. */
const AT_ONCE = 100;

/**
 * Makes the directory what the list says. Every write is safe to repeat, so a list taken again goes on where a process
 * died. What leavers had is handed on by the bot, within a minute or when it next starts.
 * @param home where new people are reached from the start, if anywhere: everybody in a sandbox has a chat
 */
export const applyDifference = async (
  { added, changed, moved, gone }: Difference,
  people: People & PersonChanges,
  home: 'sandbox' | null,
): Promise<void> => {
  await inBatches(added, async ({ person, line: _line }) => {
    const addresses: Address[] = home === null ? [] : [{ platform: home, id: person._id, at: NEVER }];
    if (await people.add({ ...person, addresses })) return;
    // They wrote to Sammen for the first time just now, and are known already.
    const there = await people.get(person._id);
    const known = there === null ? person : await resolveJoined(there, people);
    const { email, name, unit, profession, manager, roles, agent } = person;
    await people.change(known._id, { email, name, unit, profession, manager, roles, agent, imported: true });
  });
  await inBatches([...changed, ...moved], ({ person, change }: ChangedPerson) => people.change(person._id, change));
  const now = new Date();
  await inBatches(gone, ({ _id }) => markLeft(_id, now, people));
};

const inBatches = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  for (let i = 0; i < all.length; i += AT_ONCE) await Promise.all(all.slice(i, i + AT_ONCE).map(work));
};
