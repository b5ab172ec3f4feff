import { markLeft } from '../../bot/accounts/release-work.ts';
import type { ChangedPerson, Difference } from '../../bot/people/directory/compare.ts';
import { idByEmail } from '../../bot/people/meet-colleague.ts';
import { type Address, NEVER, type Person } from '../../bot/people/person.ts';
import type { People, PersonAccounts, PersonChanges, PersonIds } from '../../bot/people/port.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';
import { emailsOf } from '../../bot/people/sources.ts';
import { untilStoreAnswers } from './until-store-answers.ts';

/** Writes in flight at a time. The embedded store makes them durable together; MongoDB takes a connection for each. */
const BATCH_SIZE = 20;

/**
 * Brings the directory in line with the list. Every write is safe to repeat, so importing the list again continues
 * where a process died. A store that is busy or away is asked again for a minute. The bot reassigns the leavers' work
 * within a minute, or when it next starts.
 * @param home the platform where new people can be reached from the start, if any: everybody in a sandbox has a chat
 * @param onProgress called with how many of all changes are written
 * @throws StoreUnavailable when the store did not answer for a minute; what was written stays
 */
export const applyDifference = async (
  { added, changed, moved, joined, gone }: Difference,
  people: StoredDirectory,
  home: 'sandbox' | null,
  onProgress: (done: number, total: number) => void = () => undefined,
  wait?: (ms: number) => Promise<unknown>,
): Promise<void> => {
  const total = [added, joined, changed, moved, gone].reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const inBatches = async <T>(all: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
    for (let start = 0; start < all.length; start += BATCH_SIZE) {
      const batch = all.slice(start, start + BATCH_SIZE);
      await Promise.all(batch.map((item) => untilStoreAnswers(() => work(item), wait)));
      done += batch.length;
      onProgress(done, total);
    }
  };
  await inBatches(added, ({ person }) => addPerson(person, people, home));
  // The bot moves what was theirs, as for accounts that were linked.
  await inBatches(joined, ({ from, to }) => people.change(from._id, { joined: to._id, joining: true }));
  await inBatches([...changed, ...moved], async ({ person, change, said }: ChangedPerson) => {
    await people.change(person._id, change);
    if (said !== null) await people.say(person._id, said);
  });
  const now = new Date();
  await inBatches(gone, ({ _id }) => markLeft(_id, now, people));
};

type StoredDirectory = People & PersonChanges & PersonAccounts & PersonIds;

const addPerson = async (person: Person, people: StoredDirectory, home: 'sandbox' | null): Promise<void> => {
  const { email, name, unit, profession, manager, roles, agent, said } = person;
  for (let life = 0, id = person._id; ; id = idByEmail(email ?? person._id, people.seal, ++life)) {
    const addresses: Address[] = home === null ? [] : [{ platform: home, id, at: NEVER }];
    if (await people.add({ ...person, _id: id, addresses })) return;
    const existing = await people.get(id);
    const known = existing === null ? null : await resolveJoined(existing, people);
    // They wrote to Sammen for the first time after the comparison. Otherwise the id was an earlier person's.
    if (known === null || known.left !== null || known.nobody || email === null || !emailsOf(known).has(email))
      continue;
    await people.change(known._id, { email, name, unit, profession, manager, roles, agent, imported: true });
    await people.say(known._id, said);
    return;
  }
};
