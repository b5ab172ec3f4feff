import { accountOf, type Person } from '../person.ts';
import { emailsOf } from '../sources.ts';
import type { Match } from './match-rows.ts';
import { addressesOn } from './match-rows.ts';
import { isSameName } from './same-name.ts';

/** Two people whom one row is about: `from` becomes `to`. */
export type Join = { line: number; from: Person; to: Person };

/**
 * The people whom the list makes one: one row has an address of each. Not when both have an account on one platform,
 * were unlinked, or one manages the other. Where an account was switched off, or both were on the list, the names must
 * be the same, too: the address may have been given to somebody new.
 */
export const joinsOf = (matches: readonly Match[], people: readonly Person[]): Join[] =>
  matches.flatMap(({ row, person, others }) => {
    const other = person === null ? undefined : others.find((one) => canJoin(person, one, row.name, people));
    if (person === null || other === undefined) return [];
    const isOn = (one: Person) => addressesOn(row).some((email) => emailsOf(one).has(email));
    if (!isOn(person) || !isOn(other)) return [];
    const [to, from] = other.imported && !person.imported ? [other, person] : [person, other];
    return [{ line: row.line, from, to }];
  });

const canJoin = (a: Person, b: Person, name: string, people: readonly Person[]): boolean => {
  if (b.left !== null || a.left !== null || a.forgetting !== undefined || b.forgetting !== undefined) return false;
  if (a.addresses.some(({ platform }) => b.addresses.some((other) => other.platform === platform))) return false;
  const isApart = (one: Person, other: Person) =>
    other.addresses.some((account) => one.apart.includes(accountOf(account)));
  if (isApart(a, b) || isApart(b, a)) return false;
  if (isAbove(a, b, people) || isAbove(b, a, people)) return false;
  const isDoubtful = a.closed.length > 0 || b.closed.length > 0 || (a.imported && b.imported);
  return !isDoubtful || (isSameName(a.name, name) && isSameName(b.name, name));
};

/** Whether `a` is a manager above `b`; a ring of managers ends the climb. */
const isAbove = (a: Person, b: Person, people: readonly Person[]): boolean => {
  const byId = new Map(people.map((person) => [person._id, person]));
  const seen = new Set<string>();
  for (let next = b.manager; next !== null && !seen.has(next); next = byId.get(next)?.manager ?? null) {
    if (next === a._id) return true;
    seen.add(next);
  }
  return false;
};
