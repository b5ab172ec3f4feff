import type { PersonId } from '../ids.ts';
import type { Role } from '../words.ts';
import type { Person } from './person.ts';
import type { People } from './port.ts';

/** Everybody who has at least one of these roles, without duplicates. */
export const withAnyRole = async (roles: readonly Role[], people: Pick<People, 'withRole'>): Promise<Person[]> => {
  const byId = new Map<PersonId, Person>();
  for (const role of roles) for (const person of await people.withRole(role)) byId.set(person._id, person);
  return [...byId.values()];
};
