import type { PersonId } from '../ids.ts';
import type { Language } from '../words.ts';
import { type AgentProfile, DEFAULT_CAPACITY, NEVER, type Person } from './person.ts';

/** A new colleague with a name and whatever else is `known`; every other field is empty. */
export const blankColleague = (
  id: PersonId,
  name: string,
  language: Language,
  known: Partial<Omit<Person, '_id' | 'name' | 'language'>> = {},
): Person => {
  const blank: Person = {
    _id: id,
    name,
    email: null,
    said: [],
    addresses: [],
    closed: [],
    unit: null,
    profession: null,
    manager: null,
    roles: [],
    language,
    phone: null,
    agent: null,
    absences: [],
    askedAt: NEVER,
    imported: false,
    left: null,
    leaving: false,
    joined: null,
    joining: false,
    apart: [],
  };
  return { ...blank, ...known };
};

/** The profile of an agent who has not filled it in yet. */
export const blankProfile = (language: Language): AgentProfile => ({
  principles: [],
  topics: [],
  languages: [language],
  capacity: DEFAULT_CAPACITY,
  shown: false,
  place: null,
});
