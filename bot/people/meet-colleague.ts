import { fingerprint } from '../fingerprint.ts';
import { type PersonId, personId } from '../ids.ts';
import type { People } from '../ports.ts';
import type { Language } from '../words.ts';
import { blankColleague } from './blank-colleague.ts';
import { type Address, homeOf, type Person } from './person.ts';

/**
 * Somebody who wrote or pressed on a platform. `emails` only as far as the platform vouches for them: they open a
 * person's cases, and `ADMINS` go by them; the first is kept.
 */
export type Met = { address: Address; name: string; emails: readonly string[]; language: Language };

export type MeetNeeds = { people: People; admins: readonly string[] };

/** An import and a first message name the same person alike, so of two at once one makes them and both find them. */
export const idByEmail = (email: string): PersonId => personId(`p-${fingerprint('email', email.toLowerCase())}`);

/**
 * The colleague behind a chat account: by where they write, else by their e-mail address, else somebody new, whose
 * unit is unknown. Where they were seen last is noted, for messages go there.
 */
export const meetColleague = async (met: Met, needs: MeetNeeds): Promise<Person> => {
  const { people } = needs;
  const { address } = met;
  const known = await people.byAddress(address.platform, address.id);
  if (known !== null) return seenAgain(known, address, people);
  const emails = met.emails.map((email) => email.trim().toLowerCase()).filter((email) => email !== '');
  for (const email of emails) {
    const expected = await people.byEmail(email);
    if (expected !== null) return welcomed(await firstSeen(expected, met, people), needs);
  }
  const email = emails[0] ?? null;
  const id = email === null ? personId(`p-${fingerprint('met', address.platform, address.id)}`) : idByEmail(email);
  const person = blankColleague(id, nameOf(met), met.language, { email, addresses: [address] });
  if (await people.add(person)) return welcomed(person, needs);
  // Their other first message came before this one, maybe on the other platform.
  const other = (await people.get(id)) ?? (await people.byAddress(address.platform, address.id));
  if (other === null) throw new Error('a colleague could be neither found nor added');
  return welcomed(await seenAgain(other, address, people), needs);
};

/** Somebody from the list of people speaks the language their chat is set to, until they choose another. */
const firstSeen = async (person: Person, { address, language }: Met, people: People): Promise<Person> => {
  const isNew = person.addresses.length === 0 && person.language !== language;
  if (isNew) await people.setLanguage(person._id, language);
  return seenAgain(isNew ? { ...person, language } : person, address, people);
};

/** Messages go where somebody was last: noted only when that changes. */
const seenAgain = async (person: Person, address: Address, people: People): Promise<Person> => {
  const home = homeOf(person);
  if (home?.platform === address.platform && home.id === address.id) return person;
  await people.seen(person._id, address);
  const others = person.addresses.filter(({ platform }) => platform !== address.platform);
  return { ...person, addresses: [...others, address] };
};

const welcomed = async (person: Person, { people, admins }: MeetNeeds): Promise<Person> => {
  if (person.email === null || person.roles.includes('admin') || !admins.includes(person.email)) return person;
  await people.giveRole(person._id, 'admin');
  return { ...person, roles: [...person.roles, 'admin'] };
};

const LONGEST_NAME = 100;

const nameOf = ({ name, emails, address }: Met): string =>
  name.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME) || emails[0]?.split('@')[0] || address.id;
