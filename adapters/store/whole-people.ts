import type { Person } from '../../bot/people/person.ts';
import type { Collection } from './collection.ts';

/**
 * The stored people with every field. A process of the version before may still run for a moment after a migration, and
 * what it adds then lacks the newest fields.
 */
export const wholePeople = (stored: Collection<Person>): Collection<Person> => ({
  insert: (doc) => stored.insert(doc),
  update: (filter, update) => stored.update(filter, update),
  updateAndGet: async (filter, update) => wholeOrNull(await stored.updateAndGet(filter, update)),
  get: async (id) => wholeOrNull(await stored.get(id)),
  find: async (filter, options) => (await stored.find(filter, options)).map(whole),
  count: (filter) => stored.count(filter),
  remove: (filter) => stored.remove(filter),
});

type OldPerson = Omit<Person, 'said' | 'closed'> & Partial<Pick<Person, 'said' | 'closed'>>;

const whole = (person: OldPerson): Person => ({ ...person, said: person.said ?? [], closed: person.closed ?? [] });

const wholeOrNull = (person: Person | null): Person | null => (person === null ? null : whole(person));
