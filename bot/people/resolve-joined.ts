import type { Person } from './person.ts';
import type { People } from './port.ts';

/** Links can form a chain: a person may be linked to somebody who is linked to a third. */
const MAX_STEPS = 10;

/** The person whom an account now belongs to: the one it was linked to, or itself. */
export const resolveJoined = async (person: Person, people: Pick<People, 'get'>): Promise<Person> => {
  let now = person;
  for (let steps = 0; steps < MAX_STEPS && now.joined !== null; steps++) now = (await people.get(now.joined)) ?? now;
  return now;
};
