import { blankProfile } from './blank-colleague.ts';
import type { ProfileCommand } from './command.ts';
import { type AgentProfile, isAgent, type Person } from './person.ts';
import { declaredPhone } from './phone.ts';
import type { PersonChange } from './port.ts';

/**
 * The fields that a profile form changes. Everybody has a phone number; agents also say what they help with.
 * @throws Refusal when the phone number is not valid
 */
export const profileChange = (person: Person, command: ProfileCommand<'set-profile'>): Partial<PersonChange> => {
  const whole = command.whole ?? false;
  const phone = keepOrClear(command.phone, whole);
  return {
    ...(phone === undefined ? {} : { phone: phone?.trim() ? declaredPhone(phone) : null }),
    ...(isAgent(person) ? { agent: agentProfile(person, command, whole) } : colleagueLanguage(person, command)),
  };
};

/** Takes a principle out of an agent's profile, or puts it back. Nothing for somebody who is no agent any more. */
export const fieldChange = (
  person: Person,
  { verb, principle }: ProfileCommand<'drop-principle' | 'keep-principle'>,
): Pick<Person, 'agent'> => {
  if (!isAgent(person)) return { agent: person.agent };
  const others = person.agent.principles.filter((one) => one !== principle);
  const has = others.length < person.agent.principles.length;
  if (has === (verb === 'keep-principle')) return { agent: person.agent };
  return { agent: { ...person.agent, principles: has ? others : [...others, principle] } };
};

/** Undefined keeps a field as it was; null clears it. */
const keepOrClear = <Value>(value: Value | null | undefined, whole: boolean): Value | null | undefined =>
  value === undefined && whole ? null : value;

const agentProfile = (person: Person, command: ProfileCommand<'set-profile'>, whole: boolean): AgentProfile => {
  const now = person.agent ?? blankProfile(person.language);
  const languages = command.languages ?? (whole ? [] : now.languages);
  const place = keepOrClear(command.place, whole);
  return {
    principles: command.principles ?? (whole ? [] : now.principles),
    topics: command.topics ?? (whole ? [] : now.topics),
    // An agent needs at least one language.
    languages: languages.length === 0 ? [person.language] : languages,
    capacity: command.capacity ?? now.capacity,
    shown: command.shown ?? (whole ? false : now.shown),
    place: place === undefined ? now.place : place?.measured() || null,
  };
};

/** For a colleague who is not an agent, the first language is the one Sammen writes to them in. */
const colleagueLanguage = (
  { language }: Person,
  { languages }: ProfileCommand<'set-profile'>,
): Partial<PersonChange> => {
  const [chosen] = languages ?? [];
  return chosen === undefined || chosen === language ? {} : { language: chosen };
};
