import type { PersonId } from '../../ids.ts';
import type { Seal } from '../../seal.ts';
import { type Language, ROLES, type Role } from '../../words.ts';
import { blankColleague, blankProfile } from '../blank-colleague.ts';
import { idByEmail } from '../meet-colleague.ts';
import type { AgentProfile, Person, Said } from '../person.ts';
import type { PersonChange } from '../port.ts';
import { emailsOf, saidBy, sayingOf } from '../sources.ts';
import { type Join, joinsOf } from './joins.ts';
import { type LikelyDouble, likelyDoubles } from './likely-doubles.ts';
import { addressesOn, matchRows } from './match-rows.ts';
import type { Row } from './row.ts';

type AddedPerson = { line: number; person: Person };
/**
 * `change` is what to write, `said` what the list now says of them if that differs, and `fields` describes both.
 * `back`: they had left and are on the list again.
 */
export type ChangedPerson = {
  line: number;
  person: Person;
  change: Partial<PersonChange>;
  said: Said[] | null;
  fields: FieldChange[];
  back: boolean;
};
type FieldChange = { field: string; from: string; to: string };

/**
 * What a list of people would change. Somebody who moves to another unit is in `moved` only, whatever else changes.
 * `doubles` are left out until somebody decides: the row is not made a person, and the person is not gone.
 */
export type Difference = {
  added: AddedPerson[];
  changed: ChangedPerson[];
  moved: ChangedPerson[];
  joined: Join[];
  doubles: LikelyDouble[];
  /** Others who have an address of a row, but stay people of their own. */
  sharing: LikelyDouble[];
  gone: Person[];
  same: number;
};

export type CompareOptions = {
  /** What the ids of new people are made with. */
  seal: Seal;
  /** Some bad rows do not say whom they are about and could be anybody's, so nobody counts as gone. */
  keepAll?: boolean;
  /** Likely doubles are people of their own. */
  asNew?: boolean;
  people: readonly Person[];
  /** Every address on the list, including those in bad rows: these people are not gone. */
  named: ReadonlySet<string>;
  language: Language;
  /** When the list is read (machine time). */
  now?: Date;
};

/** Compares the list with the people we know. @param rows rows without faults */
export const compareDirectory = (
  rows: readonly Row[],
  { seal, people, named, language, keepAll = false, asNew = false, now = new Date() }: CompareOptions,
): Difference => {
  const matches = matchRows(rows, people);
  const joined = joinsOf(matches, people);
  const mergedAway = new Set(joined.map(({ from }) => from));
  const about = new Map(matches.map(({ row, person }) => [row, person]));
  for (const { line, from, to } of joined) {
    const match = matches.find(({ row, person }) => row.line === line && person === from);
    if (match !== undefined) about.set(match.row, to);
  }
  const kept = new Set([...about.values(), ...mergedAway]);
  const inBadRows = new Set(named);
  for (const email of rows.flatMap(addressesOn)) inBadRows.delete(email);
  const unnamed = people.filter((person) => !kept.has(person) && person.left === null);
  const newRows = rows.filter((row) => about.get(row) === null);
  const doubles = asNew ? [] : likelyDoubles(newRows, unnamed);
  const sharing = matches.flatMap(({ row, others }) =>
    others.flatMap((person) => (kept.has(person) || person.left !== null ? [] : [{ row, person }])),
  );
  const doubleOf = new Map(doubles.map(({ row, person }) => [row, person]));

  const ids = new Set(people.map(({ _id }) => _id));
  const idOfRow = (row: Row): PersonId => (about.get(row) ?? doubleOf.get(row))?._id ?? freeId(row.email, ids, seal);
  const rowOf = new Map(rows.flatMap((row) => addressesOn(row).map((email) => [email, row] as const)));
  const knownAt = new Map(people.flatMap((person) => [...emailsOf(person)].map((email) => [email, person] as const)));
  const idOf = (email: string): PersonId => {
    const row = rowOf.get(email);
    return row === undefined ? (knownAt.get(email)?._id ?? idByEmail(email, seal)) : idOfRow(row);
  };
  const emails = new Map(people.map(({ _id, email }) => [_id, email ?? 'somebody without an address'] as const));
  const difference: Difference = { added: [], changed: [], moved: [], joined, doubles, sharing, gone: [], same: 0 };
  for (const row of rows) {
    const person = about.get(row) ?? null;
    if (person === null) {
      if (doubleOf.has(row)) continue;
      difference.added.push({ line: row.line, person: newcomer(row, idOfRow(row), idOf, language, now) });
      continue;
    }
    const change = changeFrom(row, person, idOf);
    const said = newsFrom(row, person, now);
    const fields = [...fieldsOf(change, person, emails), ...addressChange(row, person)];
    const changed = { line: row.line, person, change, said, fields, back: person.left !== null };
    if (Object.keys(change).length === 0 && said === null) difference.same++;
    else if (change.unit !== undefined && person.unit !== null) difference.moved.push(changed);
    else difference.changed.push(changed);
  }
  const held = new Set(doubles.map(({ person }) => person));
  const isInBadRow = (person: Person) => [...emailsOf(person)].some((email) => inBadRows.has(email));
  difference.gone = unnamed.filter(
    (person) => !keepAll && person.imported && person.email !== null && !held.has(person) && !isInBadRow(person),
  );
  return difference;
};

/** The id of somebody new. An address that was another person's makes a new id. */
const freeId = (email: string, taken: ReadonlySet<PersonId>, seal: Seal): PersonId => {
  for (let life = 0; ; life++) {
    const id = idByEmail(email, seal, life);
    if (!taken.has(id)) return id;
  }
};

const newcomer = (row: Row, id: PersonId, idOf: (email: string) => PersonId, language: Language, now: Date): Person => {
  const said = sayingOf('list', row.name, addressesOn(row), now);
  const blank = blankColleague(id, row.name, language, { email: row.email, said });
  return { ...blank, ...changeFrom(row, blank, idOf) };
};

/** What the list said of a person before; before it said so in full, their address if they are on it. */
const listedBefore = (person: Person): { name: string; emails: string[] } | null =>
  saidBy(person, 'list') ??
  (person.imported && person.email !== null ? { name: person.name, emails: [person.email] } : null);

/** What the list says of a person's name and addresses; null when it says what it said before. */
const newsFrom = (row: Row, person: Person, now: Date): Said[] | null => {
  const before = listedBefore(person);
  return before !== null && before.name === row.name && same(before.emails, addressesOn(row))
    ? null
    : sayingOf('list', row.name, addressesOn(row), now);
};

const addressChange = (row: Row, person: Person): FieldChange[] => {
  const [from, to] = [listedBefore(person)?.emails ?? [], addressesOn(row)];
  if (same(from, to) || (from.length === 0 && person.email === row.email && to.length === 1)) return [];
  return [{ field: 'e-mail', from: from.join(', ') || (person.email ?? 'nothing'), to: to.join(', ') }];
};

/** The fields in which the row differs from the person; empty when nothing differs. */
const changeFrom = (row: Row, person: Person, idOf: (email: string) => PersonId): Partial<PersonChange> => {
  const manager = row.manager === undefined ? undefined : row.manager === null ? null : idOf(row.manager);
  const listed: Partial<PersonChange> = {
    // A name that the list has not changed must not undo one that their platform has.
    ...(listedBefore(person)?.name === row.name ? {} : { name: row.name }),
    email: row.email,
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    ...(row.profession === undefined ? {} : { profession: row.profession }),
    ...(manager === undefined ? {} : { manager }),
    ...(row.roles === undefined ? {} : { roles: rolesOf(row.roles, person) }),
    ...profileOf(row, person),
    imported: true,
    ...(person.left === null ? {} : { left: null, leaving: false }),
  };
  return Object.fromEntries(
    Object.entries(listed).filter(([field, value]) => !same(value, person[field as keyof PersonChange])),
  ) as Partial<PersonChange>;
};

/** A list adds and removes roles, but never removes `admin`: a list that omits the role would lock out every admin. */
const rolesOf = (roles: Role[], person: Person): Role[] =>
  ROLES.filter((role) => roles.includes(role) || (role === 'admin' && person.roles.includes('admin')));

const profileOf = (row: Row, person: Person): { agent?: AgentProfile } => {
  const { principles, topics, languages, capacity } = row;
  const listed = principles ?? topics ?? languages ?? capacity;
  const isAgent = (row.roles ?? person.roles).includes('agent');
  if (listed === undefined && (!isAgent || person.agent !== null)) return {};
  const now = person.agent ?? blankProfile(person.language);
  return {
    agent: {
      ...now,
      principles: principles ?? now.principles,
      topics: topics ?? now.topics,
      languages: languages ?? now.languages,
      capacity: capacity ?? now.capacity,
    },
  };
};

/** Compares values; the order of lists does not matter. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(String).sort();
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.entries(value)
    .map(([key, inner]) => [key, sorted(inner)] as const)
    .sort(([x], [y]) => (x < y ? -1 : 1));
};

const SHOWN = ['name', 'unit', 'profession', 'manager', 'roles', 'agent'] as const;

const fieldsOf = (
  change: Partial<PersonChange>,
  person: Person,
  emails: ReadonlyMap<PersonId, string>,
): FieldChange[] => {
  const words = (field: (typeof SHOWN)[number], value: unknown): string => {
    if (field === 'manager') return value === null ? 'nobody' : (emails.get(value as PersonId) ?? 'somebody new');
    if (Array.isArray(value)) return value.join(', ') || 'none';
    if (typeof value === 'object' && value !== null) return JSON.stringify(value);
    return value === null || value === undefined ? 'nothing' : String(value);
  };
  return SHOWN.filter((field) => field in change).map((field) => ({
    field: field === 'agent' ? 'profile' : field,
    from: words(field, person[field]),
    to: words(field, change[field]),
  }));
};

/** If a larger share of the imported people is missing from a list, somebody must confirm that it is intended. */
const MAX_GONE_SHARE = 0.05;

export const tooManyGone = ({ gone }: Difference, people: readonly Person[]): boolean =>
  gone.length > MAX_GONE_SHARE * people.filter(({ imported, left }) => imported && left === null).length;
