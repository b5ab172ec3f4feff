import { fingerprint } from '../fingerprint.ts';
import { type PersonId, personId } from '../ids.ts';
import type { Language } from '../words.ts';
import { blankColleague } from './blank-colleague.ts';
import { type Address, accountOf, hasRole, homeOf, type Person } from './person.ts';
import type { People, PersonChanges } from './port.ts';
import { resolveJoined } from './resolve-joined.ts';

/**
 * Somebody who wrote or pressed on a platform. `emails` only as far as the platform vouches for them: they open a
 * person's cases, and `ADMINS` go by them; the first is kept.
 */
export type MetColleague = { address: Address; name: string; emails: readonly string[]; language: Language };

type Directory = People & Pick<PersonChanges, 'seen' | 'setLanguage' | 'giveRole'>;

export type MeetDeps = { people: Directory; admins: readonly string[] };

/** An import and a first message name the same person alike, so of two at once one makes them and both find them. */
export const idByEmail = (email: string): PersonId => personId(`p-${fingerprint('email', email.toLowerCase())}`);

/**
 * The colleague behind a chat account: by where they write, else by their e-mail address, else somebody new, whose
 * unit is unknown. Where they were seen last is noted, for messages go there.
 */
export const meetColleague = async (met: MetColleague, deps: MeetDeps): Promise<Person> => {
  const { people } = deps;
  const { address } = met;
  const known = await people.byAddress(address.platform, address.id);
  if (known !== null) return meetAgain(known, address, people);
  const emails = met.emails.map((email) => email.trim().toLowerCase()).filter((email) => email !== '');
  let own: string | null = null;
  for (const email of emails) {
    const found = await people.byEmail(email);
    const expected = found === null ? null : await resolveJoined(found, people);
    if (expected === null) own ??= email;
    else if (isExpectedAt(address, expected)) return welcomed(await firstSeen(expected, met, people), deps);
  }
  return welcomed(await newColleague(met, own, people), deps);
};

/**
 * An e-mail address opens a person's cases on another platform only when the municipality's own list has it: two
 * platforms that name one address prove no more than that somebody could set it on both.
 */
const isExpectedAt = (address: Address, { imported, addresses, apart }: Person): boolean =>
  !apart.includes(accountOf(address)) &&
  (imported || addresses.length === 0 || addresses.some(({ platform }) => platform === address.platform));

const MAX_LIVES = 100;

/** Somebody new. Of their first messages that race, one makes them and the others find them. */
const newColleague = async (met: MetColleague, email: string | null, people: Directory): Promise<Person> => {
  const { address } = met;
  const atEmail = email === null ? [] : [{ id: idByEmail(email), email }];
  // An account that became another colleague's, and parted from them, is somebody new each time.
  const lives = Array.from({ length: MAX_LIVES }, (_, life) => ({ id: idByAccount(address, life), email: null }));
  for (const { id, email } of [...atEmail, ...lives]) {
    const person = blankColleague(id, nameOf(met), met.language, { email, addresses: [address] });
    if (await people.add(person)) return person;
    const there = await people.get(id);
    if (there === null) throw new Error('a colleague could be neither found nor added');
    const now = await resolveJoined(there, people);
    const isHere = now.addresses.some((one) => accountOf(one) === accountOf(address));
    const wasHere = email === null && now === there && !there.apart.includes(accountOf(address));
    if (isHere || wasHere || (email !== null && isExpectedAt(address, now))) return seenAgain(now, address, people);
  }
  throw new Error('a chat account has been too many people');
};

type Account = Pick<Address, 'platform' | 'id'>;

const idByAccount = ({ platform, id }: Account, life: number): PersonId =>
  personId(`p-${fingerprint('met', platform, id, ...(life === 0 ? [] : [life]))}`);

/** Under which ids somebody would be known again who is forgotten, by the list of people or by a chat account. */
export const idsOnReturn = ({
  email,
  addresses,
}: Pick<Person, 'email'> & { addresses: readonly Account[] }): PersonId[] => [
  ...(email === null ? [] : [idByEmail(email)]),
  ...addresses.map((address) => idByAccount(address, 0)),
];

/** Somebody from the list of people speaks the language their chat is set to, until they choose another. */
const firstSeen = async (person: Person, { address, language }: MetColleague, people: Directory): Promise<Person> => {
  const isNew = person.addresses.length === 0 && person.language !== language;
  if (isNew) await people.setLanguage(person._id, language);
  return seenAgain(isNew ? { ...person, language } : person, address, people);
};

/** Somebody who was found by where they write. */
export const meetAgain = async (known: Person, address: Address, people: Directory): Promise<Person> =>
  seenAgain(await resolveJoined(known, people), address, people);

/** Messages go where somebody was last: noted only when that changes. */
const seenAgain = async (person: Person, address: Address, people: Directory): Promise<Person> => {
  const home = homeOf(person);
  if (home?.platform === address.platform && home.id === address.id) return person;
  await people.seen(person._id, address);
  const others = person.addresses.filter(({ platform }) => platform !== address.platform);
  return { ...person, addresses: [...others, address] };
};

const welcomed = async (person: Person, { people, admins }: MeetDeps): Promise<Person> => {
  if (person.email === null || hasRole(person, 'admin') || !admins.includes(person.email)) return person;
  await people.giveRole(person._id, 'admin');
  return { ...person, roles: [...person.roles, 'admin'] };
};

const MAX_NAME_LENGTH = 100;

const nameOf = ({ name, emails, address }: MetColleague): string =>
  name.replace(/\s+/gu, ' ').trim().slice(0, MAX_NAME_LENGTH) || emails[0]?.split('@')[0] || address.id;
