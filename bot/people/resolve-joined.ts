import type { Person } from './person.ts';
import type { People } from './port.ts';

/** Somebody may have joined another, who may have joined another in turn. */
const MAX = 10;

/** The colleague that somebody is now: themselves, unless they turned out to be another. */
export const resolveJoined = async (person: Person, people: Pick<People, 'get'>): Promise<Person> => {
  let now = person;
  for (let steps = 0; steps < MAX && now.joined !== null; steps++) now = (await people.get(now.joined)) ?? now;
  return now;
};
