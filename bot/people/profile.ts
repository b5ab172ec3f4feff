import { blankProfile } from './blank-colleague.ts';
import type { ProfileCommand } from './command.ts';
import { type AgentProfile, isAgent, type Person } from './person.ts';
import { declaredPhone } from './phone.ts';
import type { PersonChange } from './port.ts';

/**
 * What a person changed of their profile. An agent's is about what they help with; everybody's about how to reach them.
 * @throws Refusal for a phone number that is none
 */
export const profileChange = (person: Person, command: ProfileCommand<'set-profile'>): Partial<PersonChange> => {
  const whole = command.whole ?? false;
  const phone = kept(command.phone, whole);
  return {
    ...(phone === undefined ? {} : { phone: phone?.trim() ? declaredPhone(phone) : null }),
    ...(isAgent(person) ? { agent: agentProfile(person, command, whole) } : colleagueLanguage(person, command)),
  };
};

/** Undefined leaves a field as it was, null empties it. */
const kept = <Value>(value: Value | null | undefined, whole: boolean): Value | null | undefined =>
  value === undefined && whole ? null : value;

const agentProfile = (person: Person, command: ProfileCommand<'set-profile'>, whole: boolean): AgentProfile => {
  const now = person.agent ?? blankProfile(person.language);
  const languages = command.languages ?? (whole ? [] : now.languages);
  const place = kept(command.place, whole);
  return {
    principles: command.principles ?? (whole ? [] : now.principles),
    topics: command.topics ?? (whole ? [] : now.topics),
    // Nobody helps in no language at all.
    languages: languages.length === 0 ? [person.language] : languages,
    capacity: command.capacity ?? now.capacity,
    shown: command.shown ?? (whole ? false : now.shown),
    place: place === undefined ? now.place : place?.measured() || null,
  };
};

/** To a colleague the language is what Sammen writes to them in. */
const colleagueLanguage = (
  { language }: Person,
  { languages }: ProfileCommand<'set-profile'>,
): Partial<PersonChange> => {
  const [chosen] = languages ?? [];
  return chosen === undefined || chosen === language ? {} : { language: chosen };
};
