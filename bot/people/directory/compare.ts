import type { PersonId } from '../../ids.ts';
import { type Language, ROLES, type Role } from '../../words.ts';
import { blankColleague, blankProfile } from '../blank-colleague.ts';
import { idByEmail } from '../meet-colleague.ts';
import type { AgentProfile, Person } from '../person.ts';
import type { PersonChange } from '../port.ts';
import type { Row } from './row.ts';

type AddedPerson = { line: number; person: Person };
/** `change` is what to write and `fields` describes it. `back`: they had left and are on the list again. */
export type ChangedPerson = {
  line: number;
  person: Person;
  change: Partial<PersonChange>;
  fields: FieldChange[];
  back: boolean;
};
type FieldChange = { field: string; from: string; to: string };

/** What a list of people would change. Somebody who moves to another unit is in `moved` only, whatever else changes. */
export type Difference = {
  added: AddedPerson[];
  changed: ChangedPerson[];
  moved: ChangedPerson[];
  gone: Person[];
  same: number;
};

export type CompareOptions = {
  /** Some bad rows do not say whom they are about and could be anybody's, so nobody counts as gone. */
  keepAll?: boolean;
  people: readonly Person[];
  /** Every address on the list, including those in bad rows: these people are not gone. */
  named: ReadonlySet<string>;
  language: Language;
};

/** Compares the list with the people we know. @param rows rows without faults */
export const compareDirectory = (
  rows: readonly Row[],
  { people, named, language, keepAll = false }: CompareOptions,
): Difference => {
  const known = new Map(people.flatMap((person) => (person.email === null ? [] : [[person.email, person] as const])));
  const idOf = (email: string): PersonId => known.get(email)?._id ?? idByEmail(email);
  const emails = new Map(people.map(({ _id, email }) => [_id, email ?? 'somebody without an address'] as const));
  const difference: Difference = { added: [], changed: [], moved: [], gone: [], same: 0 };
  for (const row of rows) {
    const person = known.get(row.email);
    if (person === undefined) {
      difference.added.push({ line: row.line, person: newcomer(row, idOf, language) });
      continue;
    }
    const change = changeFrom(row, person, idOf);
    const changed = {
      line: row.line,
      person,
      change,
      fields: fieldsOf(change, person, emails),
      back: person.left !== null,
    };
    if (Object.keys(change).length === 0) difference.same++;
    else if (change.unit !== undefined && person.unit !== null) difference.moved.push(changed);
    else difference.changed.push(changed);
  }
  difference.gone = people.filter(
    ({ imported, left, email }) => !keepAll && imported && left === null && email !== null && !named.has(email),
  );
  return difference;
};

const newcomer = (row: Row, idOf: (email: string) => PersonId, language: Language): Person => {
  const blank = blankColleague(idOf(row.email), row.name, language, { email: row.email });
  return { ...blank, ...changeFrom(row, blank, idOf) };
};

/** The fields in which the row differs from the person; empty when nothing differs. */
const changeFrom = (row: Row, person: Person, idOf: (email: string) => PersonId): Partial<PersonChange> => {
  const manager = row.manager === undefined ? undefined : row.manager === null ? null : idOf(row.manager);
  const listed: Partial<PersonChange> = {
    name: row.name,
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
