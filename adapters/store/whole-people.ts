import { foundBy } from '../../bot/people/find-colleagues.ts';
import { hasRole, type Person } from '../../bot/people/person.ts';
import type { Collection, Update } from './collection.ts';

/**
 * The words by which somebody is found are kept beside them: an index finds how they begin. `changedAt`: when they were
 * last written, by the machine's clock, for the rosters of other processes; missing on what an earlier version wrote.
 * `everAgent` once they were an agent, also when they are one no more.
 */
export type StoredPerson = Person & { words?: string[]; changedAt?: Date; everAgent?: true };

/**
 * The stored people with every field. A process of the version before may still run for a moment after a migration, and
 * what it adds then lacks the newest fields.
 */
export const wholePeople = (stored: Collection<StoredPerson>): Collection<Person> => ({
  insert: (doc) => stored.insert({ ...doc, words: foundBy(doc), ...writtenNow(hasRole(doc, 'agent')) }),
  update: (filter, update) => stored.update(filter, stamped(update)),
  updateAndGet: async (filter, update) => wholeOrNull(await stored.updateAndGet(filter, stamped(update))),
  get: async (id) => wholeOrNull(await stored.get(id)),
  find: async (filter, options) => (await stored.find(filter, options)).map(whole),
  count: (filter) => stored.count(filter),
  remove: (filter) => stored.remove(filter),
});

const stamped = (update: Update<Person>): Update<StoredPerson> => ({
  ...update,
  $set: { ...update.$set, ...writtenNow(makesAgent(update)) },
});

const writtenNow = (isAgent: boolean): Pick<StoredPerson, 'changedAt' | 'everAgent'> => ({
  changedAt: new Date(),
  ...(isAgent ? { everAgent: true } : {}),
});

const makesAgent = ({ $set, $push }: Update<Person>): boolean => {
  const pushed = $push?.roles;
  const given = [$set?.roles ?? [], typeof pushed === 'object' ? pushed.$each : (pushed ?? [])];
  return given.flat().includes('agent');
};

type OldPerson = Omit<Person, 'said' | 'closed'> & Partial<Pick<Person, 'said' | 'closed'>>;

export const whole = ({
  words: _words,
  changedAt: _changedAt,
  everAgent: _everAgent,
  ...person
}: StoredPerson): Person => {
  const { said = [], closed = [] }: OldPerson = person;
  return { ...person, said, closed };
};

const wholeOrNull = (person: StoredPerson | null): Person | null => (person === null ? null : whole(person));
