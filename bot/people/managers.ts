import type { PersonId } from '../ids.ts';
import type { Person } from './person.ts';
import type { People } from './port.ts';
import { resolveJoined } from './resolve-joined.ts';

/** All managers above the person with this id; empty when there is no such person. */
export const managersOf = async (id: PersonId, people: Pick<People, 'get'>): Promise<Set<PersonId>> => {
  const person = await people.get(id);
  return person === null ? new Set() : managersAbove(person, people);
};

/** All managers above a person. Stops when managers form a ring in the directory. */
export const managersAbove = async (person: Person, people: Pick<People, 'get'>): Promise<Set<PersonId>> => {
  const above = new Set<PersonId>();
  let next = person.manager;
  while (next !== null && !above.has(next) && next !== person._id) {
    above.add(next);
    const listed = await people.get(next);
    const manager = listed === null ? null : await resolveJoined(listed, people);
    if (manager !== null) above.add(manager._id);
    next = manager?.manager ?? null;
  }
  return above;
};
