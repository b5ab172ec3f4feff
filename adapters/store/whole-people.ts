import { foundBy } from '../../bot/people/find-colleagues.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Collection } from './collection.ts';

/** The words by which somebody is found are kept beside them: an index finds how they begin. */
export type StoredPerson = Person & { words?: string[] };

/**
 * The stored people with every field. A process of the version before may still run for a moment after a migration, and
 * what it adds then lacks the newest fields.
 */
export const wholePeople = (stored: Collection<StoredPerson>): Collection<Person> => ({
  insert: (doc) => stored.insert({ ...doc, words: foundBy(doc) }),
  update: (filter, update) => stored.update(filter, update),
  updateAndGet: async (filter, update) => wholeOrNull(await stored.updateAndGet(filter, update)),
  get: async (id) => wholeOrNull(await stored.get(id)),
  find: async (filter, options) => (await stored.find(filter, options)).map(whole),
  count: (filter) => stored.count(filter),
  remove: (filter) => stored.remove(filter),
});

type OldPerson = Omit<Person, 'said' | 'closed'> & Partial<Pick<Person, 'said' | 'closed'>>;

export const whole = ({ words: _words, ...person }: StoredPerson): Person => {
  const { said = [], closed = [] }: OldPerson = person;
  return { ...person, said, closed };
};

const wholeOrNull = (person: StoredPerson | null): Person | null => (person === null ? null : whole(person));
