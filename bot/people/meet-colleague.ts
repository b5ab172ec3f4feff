import { fingerprint } from '../fingerprint.ts';
import { type PersonId, personId } from '../ids.ts';
import type { Language } from '../words.ts';
import { blankColleague } from './blank-colleague.ts';
import { type Address, accountOf, hasRole, homeOf, type Person } from './person.ts';
import type { People, PersonChanges } from './port.ts';
import { resolveJoined } from './resolve-joined.ts';

/**
 * Somebody who wrote or pressed on a platform. `emails` holds only addresses that the platform vouches for: they give
 * access to a person's cases, and `ADMINS` is matched against them. The first one is stored.
 */
export type MetColleague = { address: Address; name: string; emails: readonly string[]; language: Language };

type Directory = People & Pick<PersonChanges, 'seen' | 'setLanguage' | 'giveRole' | 'change'>;

export type MeetDeps = { people: Directory; admins: readonly string[] };

/** An import and a first message derive the same id, so when they race, one adds the person and both find them. */
export const idByEmail = (email: string): PersonId => personId(`p-${fingerprint('email', email.toLowerCase())}`);

/**
 * Finds the colleague behind a chat account: by the account, then by e-mail address. Otherwise adds a new colleague
 * whose unit is unknown. Stores where they were last seen, because messages go there.
 */
export const meetColleague = async (met: MetColleague, deps: MeetDeps): Promise<Person> => {
  const { people } = deps;
  const { address } = met;
  const known = await people.byAddress(address.platform, address.id);
  if (known !== null) return meetAgain(known, address, people);
  const emails = met.emails.map((email) => email.trim().toLowerCase()).filter((email) => email !== '');
  let unused: string | null = null;
  for (const email of emails) {
    const owner = await people.byEmail(email);
    const expected = owner === null ? null : await resolveJoined(owner, people);
    if (expected === null) unused ??= email;
    else if (isExpectedAt(address, expected)) return promoteAdmin(await firstSeen(expected, met, people), deps);
  }
  return promoteAdmin(await newColleague(met, unused, people), deps);
};

/**
 * An e-mail address gives access to a person's cases on another platform only if the municipality's own list has it.
 * Two platforms naming the same address prove only that somebody could set it on both.
 */
const isExpectedAt = (address: Address, { imported, addresses, apart }: Person): boolean =>
  !apart.includes(accountOf(address)) &&
  (imported || addresses.length === 0 || addresses.some(({ platform }) => platform === address.platform));

const MAX_ACCOUNT_LIVES = 100;

/** Adds a new colleague. When their first messages race, one adds the person and the others find them. */
const newColleague = async (met: MetColleague, email: string | null, people: Directory): Promise<Person> => {
  const { address } = met;
  const atEmail = email === null ? [] : [{ id: idByEmail(email), email }];
  // An account that was linked to another colleague and unlinked again becomes a new person each time.
  const lives = Array.from({ length: MAX_ACCOUNT_LIVES }, (_, life) => ({
    id: idByAccount(address, life),
    email: null,
  }));
  for (const { id, email } of [...atEmail, ...lives]) {
    const person = blankColleague(id, nameOf(met), met.language, { email, addresses: [address] });
    if (await people.add(person)) return person;
    const existing = await people.get(id);
    if (existing === null) throw new Error('cannot find or add this colleague');
    const now = await resolveJoined(existing, people);
    const isHere = now.addresses.some((other) => accountOf(other) === accountOf(address));
    const wasHere = email === null && now === existing && !existing.apart.includes(accountOf(address));
    if (isHere || wasHere || (email !== null && isExpectedAt(address, now))) return seenAgain(now, address, people);
  }
  throw new Error('chat account re-created too often');
};

type Account = Pick<Address, 'platform' | 'id'>;

const idByAccount = ({ platform, id }: Account, life: number): PersonId =>
  personId(`p-${fingerprint('met', platform, id, ...(life === 0 ? [] : [life]))}`);

/** The ids that an erased person would get again, from the list of people or from a chat account. */
export const idsOnReturn = ({
  email,
  addresses,
}: Pick<Person, 'email'> & { addresses: readonly Account[] }): PersonId[] => [
  ...(email === null ? [] : [idByEmail(email)]),
  ...addresses.map((address) => idByAccount(address, 0)),
];

/** Somebody from the list of people gets the language of their chat, until they choose another. */
const firstSeen = async (person: Person, { address, language }: MetColleague, people: Directory): Promise<Person> => {
  const isNew = person.addresses.length === 0 && person.language !== language;
  if (isNew) await people.setLanguage(person._id, language);
  return seenAgain(isNew ? { ...person, language } : person, address, people);
};

/** Meets somebody whose chat account is known. */
export const meetAgain = async (known: Person, address: Address, people: Directory): Promise<Person> =>
  seenAgain(await resolveJoined(known, people), address, people);

/** Messages go where somebody was last seen, and reach them again. This writes only when that changes. */
const seenAgain = async (person: Person, address: Address, people: Directory): Promise<Person> => {
  const home = homeOf(person);
  if (person.unreachableSince) await people.change(person._id, { unreachableSince: null });
  if (home?.platform === address.platform && home.id === address.id) return person;
  await people.seen(person._id, address);
  const others = person.addresses.filter(({ platform }) => platform !== address.platform);
  return { ...person, addresses: [...others, address] };
};

/** Makes somebody named in `ADMINS` an admin. */
const promoteAdmin = async (person: Person, { people, admins }: MeetDeps): Promise<Person> => {
  if (person.email === null || hasRole(person, 'admin') || !admins.includes(person.email)) return person;
  await people.giveRole(person._id, 'admin');
  return { ...person, roles: [...person.roles, 'admin'] };
};

const MAX_NAME_LENGTH = 100;

const nameOf = ({ name, emails, address }: MetColleague): string =>
  name.replace(/\s+/gu, ' ').trim().slice(0, MAX_NAME_LENGTH) || emails[0]?.split('@')[0] || address.id;
