import { managersAbove } from './managers.ts';
import { tidyName } from './name.ts';
import { accountOf, type ClosedAccount, NEVER, type Person } from './person.ts';
import type { People, PersonAccounts, PersonChanges } from './port.ts';
import { resolveJoined } from './resolve-joined.ts';
import { emailsOf, liveEmails, saidBy, sayingOf, tidyEmails } from './sources.ts';

type Account = Pick<ClosedAccount, 'platform' | 'id'>;

/** What a platform says of a chat account. @param at when it said so (machine time) */
export type AccountNow = Account & { name: string; emails: readonly string[]; at: Date };

type Directory = People & PersonAccounts & Pick<PersonChanges, 'change' | 'seen'>;

/**
 * Takes over what a platform now says of a known chat account: its name, its addresses, and that it is open. Whoever
 * has the account stays who they are, whatever their addresses. Only if they are not on the municipality's list, and
 * the account's address leads to somebody on it who has no account there, are they that person.
 */
export const updateAccount = async (known: Person, account: AccountNow, people: Directory): Promise<Person> => {
  const person = await resolveJoined(known, people);
  if (person.forgetting !== undefined || person.nobody) return person;
  const emails = tidyEmails(account.emails);
  const owner = await ownerOnList(person, account, emails, people);
  const one = owner ?? person;
  if (owner !== null) await people.change(person._id, { joined: owner._id, joining: true, left: null, leaving: false });
  const name = tidyName(account.name);
  const before = saidBy(person, account.platform);
  const last = person.addresses.find((address) => accountOf(address) === accountOf(account));
  await people.say(one._id, sayingOf(account.platform, name || (before?.name ?? ''), emails, account.at));
  const change = {
    ...(owner === null && isNews(person, before, name) ? { name } : {}),
    ...(one.imported ? {} : await primaryEmail(one, account, emails, people)),
    ...(last === undefined ? { unreachableSince: null } : {}),
  };
  await people.change(one._id, change);
  if (owner !== null || last === undefined)
    await people.seen(one._id, { platform: account.platform, id: account.id, at: last?.at ?? NEVER });
  return (await people.get(one._id)) ?? one;
};

/** Stores that an account has been switched off or made a guest's. Its addresses lead to nobody new from now on. */
export const closeAccount = async (
  known: Person,
  { at, ...account }: ClosedAccount & { at: Date },
  people: Directory,
): Promise<void> => {
  const person = await resolveJoined(known, people);
  const before = saidBy(person, account.platform);
  await people.close(person._id, account);
  await people.say(person._id, sayingOf(account.platform, before?.name ?? '', before?.emails ?? [], at));
};

/**
 * The list and two platforms may write a name differently. Whoever changes it last wins; nobody flips it back. The first
 * name that a platform gives changes nothing where somebody else gave one.
 */
const isNews = (person: Person, before: { name: string } | null, name: string): boolean => {
  if (name === '') return false;
  const saidNone = before === null || tidyName(before.name) === '';
  return saidNone ? !person.imported && person.said.every((one) => tidyName(one.name) === '') : before.name !== name;
};

/**
 * Takes over a name that an activity carries, when the platform has given none for this account before. What the
 * platform says otherwise is asked for once a day.
 */
export const nameAtLast = async (
  person: Person,
  account: Account & { name: string },
  people: Directory,
): Promise<Person> => {
  const before = saidBy(person, account.platform);
  if (before === null || tidyName(before.name) !== '' || tidyName(account.name) === '') return person;
  // A moment later, so that it replaces what was said; the platform is still asked when a day has passed.
  const at = new Date(before.at.getTime() + 1);
  return updateAccount(person, { ...account, emails: before.emails, at }, people);
};

/** The address to show for somebody who is not on the list. Of an address that others have, nobody is the owner. */
const primaryEmail = async (
  person: Person,
  { platform }: Account,
  emails: readonly string[],
  people: Directory,
): Promise<{ email?: string | null }> => {
  const elsewhere = person.said.filter(({ by }) => by !== platform).flatMap(({ email }) => email ?? []);
  if (person.email !== null && [...emails, ...elsewhere].includes(person.email)) return {};
  for (const email of [...emails, ...elsewhere]) {
    if ((await people.withEmail(email)).every(({ _id }) => _id === person._id)) return { email };
  }
  return { email: null };
};

/**
 * Whether an e-mail address is enough to know a person by at an account that was not theirs: they work here, have no
 * account on that platform, and are on the list or have no account at all. An address that their accounts no longer
 * have proves nothing; nor does any address of somebody whose account was switched off (docs/rules.md, "Who is who").
 */
export const isKnownBy = (email: string, account: Account, person: Person): boolean => {
  const { left, forgetting, apart, addresses, closed, imported } = person;
  if (left !== null || forgetting !== undefined || apart.includes(accountOf(account))) return false;
  if ([...addresses, ...closed].some(({ platform }) => platform === account.platform)) return false;
  if (closed.some(({ why }) => why === 'deactivated')) return false;
  const live = liveEmails(person);
  if (live.size > 0 && !live.has(email)) return false;
  return imported || addresses.length === 0;
};

/** Everybody who is known by one of these addresses at this account, linked accounts resolved. */
export const everybodyKnownBy = async (
  emails: readonly string[],
  account: Account,
  people: Pick<People & PersonAccounts, 'get' | 'withEmail'>,
): Promise<Person[]> => {
  const found = new Map<string, Person>();
  for (const email of emails) {
    for (const one of await people.withEmail(email)) {
      const person = await resolveJoined(one, people);
      if (emailsOf(person).has(email) && isKnownBy(email, account, person)) found.set(person._id, person);
    }
  }
  return [...found.values()];
};

const ownerOnList = async (
  person: Person,
  account: Account,
  emails: readonly string[],
  people: Directory,
): Promise<Person | null> => {
  if (person.imported && person.left === null) return null;
  const others = await everybodyKnownBy(emails, account, people);
  const [owner, ...more] = others.filter(({ _id, imported }) => imported && _id !== person._id);
  if (owner === undefined || more.length > 0) return null;
  const isManager = async (a: Person, b: Person) => (await managersAbove(a, people)).has(b._id);
  return (await isManager(owner, person)) || (await isManager(person, owner)) ? null : owner;
};
