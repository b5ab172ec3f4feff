import { formerPerson, sealedPerson } from '../former-ids.ts';
import { type PersonId, personId } from '../ids.ts';
import type { Seal, SealDeps } from '../seal.ts';
import type { Language } from '../words.ts';
import { blankColleague } from './blank-colleague.ts';
import { nameFrom, tidyName } from './name.ts';
import { type Address, accountOf, hasRole, homeOf, type Person, type Said } from './person.ts';
import type { People, PersonAccounts, PersonChanges, PersonIds } from './port.ts';
import type { RecordAdmin } from './record-admin.ts';
import { resolveJoined } from './resolve-joined.ts';
import { emailsOf, sayingOf, tidyEmails, vouchedEmails } from './sources.ts';
import { everybodyKnownBy, isKnownBy, updateAccount } from './update-account.ts';

/**
 * Somebody who wrote or pressed on a platform. `emails` holds only addresses that the platform vouches for: they may
 * give access to a person's cases.
 */
export type MetColleague = { address: Address; name: string; emails: readonly string[]; language: Language };

type Directory = People &
  PersonAccounts &
  PersonIds &
  Pick<PersonChanges, 'seen' | 'setLanguage' | 'giveRole' | 'change'>;

export type MeetDeps = {
  people: Directory;
  admins: readonly string[];
  recordAdmin: RecordAdmin;
  /** Called for somebody in `ADMINS` whose address is known from Slack only, and who is therefore no admin. */
  onUnvouchedAdmin?(email: string): void;
};

/**
 * An import and a first message derive the same id, so when they race, one adds the person and both find them. Sealed:
 * whoever has the list of staff cannot tell whose it is.
 */
export const idByEmail = (email: string, seal: Seal, life = 0): PersonId =>
  sealed(formerPerson('email', email.toLowerCase(), ...(life === 0 ? [] : [life])), seal);

const sealed = (former: string, seal: Seal): PersonId => personId(sealedPerson(former, seal));

/**
 * Finds the colleague behind a chat account: by the account, then by an address that leads to one colleague only.
 * Otherwise adds a new colleague whose unit is unknown. Stores where they were last seen, because messages go there.
 */
export const meetColleague = async (met: MetColleague, deps: MeetDeps): Promise<Person> => {
  const { people } = deps;
  const { address, name, emails } = met;
  const known = await people.byAddress(address.platform, address.id);
  if (known === null) return promoteAdmin(await meetNewAccount(met, deps), deps);
  const { platform, id, at } = address;
  const person = await updateAccount(known, { platform, id, name, emails, at }, people);
  return promoteAdmin(await seenAgain(person, address, people), deps);
};

const meetNewAccount = async (met: MetColleague, { people }: MeetDeps): Promise<Person> => {
  const emails = tidyEmails(met.emails);
  const [expected, ...more] = await everybodyKnownBy(emails, met.address, people);
  // A mail address and a user principal name of two people: nobody can say whose account it is.
  const found = expected === undefined || more.length > 0 ? null : await firstSeen(expected, met, people);
  if (found !== null) return found;
  let unused: string | null = null;
  for (const email of emails) if ((await people.withEmail(email)).length === 0) unused ??= email;
  return newColleague(met, unused, people);
};

const MAX_ACCOUNT_LIVES = 100;

/** Adds a new colleague. When their first messages race, one adds the person and the others find them. */
const newColleague = async (met: MetColleague, email: string | null, people: Directory): Promise<Person> => {
  const { address } = met;
  const atEmail = email === null ? [] : [{ id: idByEmail(email, people.seal), email }];
  // An account that was linked to another colleague and unlinked again becomes a new person each time.
  const lives = Array.from({ length: MAX_ACCOUNT_LIVES }, (_, life) => ({
    id: idByAccount(address, people.seal, life),
    email: null,
  }));
  for (const { id, email } of [...atEmail, ...lives]) {
    const person = blankColleague(id, nameFrom(met.name, met.emails, met.language), met.language, {
      email,
      said: saidOf(met),
      addresses: [address],
    });
    if (await people.add(person)) return person;
    const existing = await people.get(id);
    if (existing === null) throw new Error('cannot find or add this colleague');
    const now = await resolveJoined(existing, people);
    const isHere = now.addresses.some((other) => accountOf(other) === accountOf(address));
    const wasHere = email === null && now === existing && !existing.apart.includes(accountOf(address));
    if (isHere || wasHere) return seenAgain(now, address, people);
    const found = email !== null && isKnownBy(email, address, now) ? await firstSeen(now, met, people) : null;
    if (found !== null) return found;
  }
  throw new Error('chat account re-created too often');
};

type Account = Pick<Address, 'platform' | 'id'>;

const idByAccount = ({ platform, id }: Account, seal: Seal, life = 0): PersonId =>
  sealed(formerPerson('met', platform, id, ...(life === 0 ? [] : [life])), seal);

/** The ids that an erased person would get again, from the list of people or from a chat account. */
export const idsOnReturn = (
  person: Pick<Person, 'email' | 'said'> & { addresses: readonly Account[]; closed: readonly Account[] },
  { seal }: SealDeps,
): PersonId[] => [
  ...[...emailsOf(person)].map((email) => idByEmail(email, seal)),
  ...[...person.addresses, ...person.closed].map((address) => idByAccount(address, seal)),
];

const saidOf = (met: MetColleague): Said[] =>
  sayingOf(met.address.platform, tidyName(met.name), tidyEmails(met.emails), met.address.at);

/**
 * Gives somebody their first account on a platform. Somebody from the list of people gets the language of their chat,
 * until they choose another. Null when another account there was faster.
 */
const firstSeen = async (person: Person, met: MetColleague, people: Directory): Promise<Person | null> => {
  const { address, language } = met;
  if (!(await people.claim(person._id, address))) {
    const taken = await people.byAddress(address.platform, address.id);
    return taken === null ? null : resolveJoined(taken, people);
  }
  await people.say(person._id, saidOf(met));
  if (person.addresses.length === 0 && person.language !== language) await people.setLanguage(person._id, language);
  return (await people.get(person._id)) ?? person;
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
  const closed = person.closed.filter((account) => accountOf(account) !== accountOf(address));
  return { ...person, addresses: [...others, address], closed };
};

/** Makes somebody named in `ADMINS` an admin, where the list or Teams' directory vouches for the address. */
const promoteAdmin = async (
  person: Person,
  { people, admins, recordAdmin, onUnvouchedAdmin }: MeetDeps,
): Promise<Person> => {
  if (hasRole(person, 'admin') || person.left !== null) return person;
  const vouched = vouchedEmails(person);
  if (!admins.some((email) => vouched.has(email))) {
    const named = admins.find((email) => emailsOf(person).has(email));
    if (named !== undefined) onUnvouchedAdmin?.(named);
    return person;
  }
  await people.giveRole(person._id, 'admin', await recordAdmin(person._id));
  return { ...person, roles: [...person.roles, 'admin'] };
};
