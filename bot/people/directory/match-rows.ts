import { accountOf, type Person } from '../person.ts';
import { emailsOf, liveEmails } from '../sources.ts';
import type { Row } from './row.ts';
import { isSameName } from './same-name.ts';

/** Whom a row is about, and others who share an address with it. */
export type Match = { row: Row; person: Person | null; others: Person[] };

/** How a row leads to a person; a lower rank is the better reason. */
type Lead = { row: Row; person: Person; rank: number };

const BY_ACCOUNT = 0;
/** One of the person's own accounts has an address of the row now. */
const BY_LIVE_ADDRESS = 1;
const BY_KNOWN_ADDRESS = 2;

/** Every address on a row, in lower case. */
export const addressesOn = ({ email, others = [] }: Pick<Row, 'email' | 'others'>): string[] => [email, ...others];

/**
 * Finds the person whom each row is about: by account first, then by any known address. Each person is on one row, and
 * the best lead wins, so somebody whose address has changed is not taken for whoever has their old one now.
 */
export const matchRows = (rows: readonly Row[], people: readonly Person[]): Match[] => {
  const leads = leadsOf(rows, people).sort(better);
  const persons = new Map<Row, Person>();
  const taken = new Set<Person>();
  for (const { row, person } of leads) {
    if (persons.has(row) || taken.has(person)) continue;
    persons.set(row, person);
    taken.add(person);
  }
  const others = new Map(rows.map((row): [Row, Person[]] => [row, []]));
  for (const { row, person } of leads) if (!taken.has(person)) others.get(row)?.push(person);
  return rows.map((row) => ({ row, person: persons.get(row) ?? null, others: others.get(row) ?? [] }));
};

const leadsOf = (rows: readonly Row[], people: readonly Person[]): Lead[] => {
  const [byAccount, byAddress] = [new Map<string, Person>(), new Map<string, Person[]>()];
  for (const person of people) {
    for (const account of [...person.addresses, ...person.closed]) byAccount.set(accountOf(account), person);
    for (const email of emailsOf(person)) byAddress.set(email, [...(byAddress.get(email) ?? []), person]);
  }
  return rows.flatMap((row): Lead[] => {
    const named = (row.accounts ?? []).flatMap((account) => byAccount.get(accountOf(account)) ?? []);
    const addressed = addressesOn(row).flatMap((email) => byAddress.get(email) ?? []);
    return [...new Set([...named, ...addressed])].flatMap((person) => {
      if (named.includes(person)) return [{ row, person, rank: BY_ACCOUNT }];
      const live = liveEmails(person);
      const isLive = addressesOn(row).some((email) => live.has(email));
      if (person.left !== null && !comesBack(person, row, isLive, live.size > 0)) return [];
      return [{ row, person, rank: isLive ? BY_LIVE_ADDRESS : BY_KNOWN_ADDRESS }];
    });
  });
};

/** Somebody who left passes nothing on: an address brings them back only with their own account, or their own name. */
const comesBack = (person: Person, row: Row, isLive: boolean, isLookedAt: boolean): boolean =>
  isLive || (!isLookedAt && person.closed.length === 0 && isSameName(person.name, row.name));

const better = (a: Lead, b: Lead): number =>
  a.rank - b.rank ||
  Number(isSameName(b.person.name, b.row.name)) - Number(isSameName(a.person.name, a.row.name)) ||
  Number(b.person.imported) - Number(a.person.imported) ||
  Number(b.person.email === b.row.email) - Number(a.person.email === a.row.email) ||
  a.row.line - b.row.line ||
  (a.person._id < b.person._id ? -1 : 1);
