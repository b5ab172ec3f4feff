import type { PersonId } from '../../ids.ts';
import { type Language, ROLES, type Role } from '../../words.ts';
import { blankColleague, blankProfile } from '../blank-colleague.ts';
import { idByEmail } from '../meet-colleague.ts';
import type { AgentProfile, Person } from '../person.ts';
import type { PersonChange } from '../port.ts';
import type { Row } from './row.ts';

type Newcomer = { line: number; person: Person };
/** `fields`: what changes, each from what to what. `back`: they had left. */
export type Changing = {
  line: number;
  person: Person;
  told: Partial<PersonChange>;
  fields: FieldChange[];
  back: boolean;
};
type FieldChange = { field: string; from: string; to: string };

/** What a list of people would change. Somebody who moves may change otherwise, too, and stands in `moved` only. */
export type Difference = { added: Newcomer[]; changed: Changing[]; moved: Changing[]; gone: Person[]; same: number };

export type Comparing = {
  /** Bad rows do not say whom they are about, so nobody counts as gone: a row may be theirs. */
  keepAll?: boolean;
  people: readonly Person[];
  /** Whoever the list names at all, in a bad row, too, is not gone. */
  named: ReadonlySet<string>;
  language: Language;
};

/** @param rows good rows only */
export const compareDirectory = (
  rows: readonly Row[],
  { people, named, language, keepAll = false }: Comparing,
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
    const told = toldBy(row, person, idOf);
    const changing = {
      line: row.line,
      person,
      told,
      fields: fieldsOf(told, person, emails),
      back: person.left !== null,
    };
    if (Object.keys(told).length === 0) difference.same++;
    else if (told.unit !== undefined && person.unit !== null) difference.moved.push(changing);
    else difference.changed.push(changing);
  }
  difference.gone = people.filter(
    ({ imported, left, email }) => !keepAll && imported && left === null && email !== null && !named.has(email),
  );
  return difference;
};

const newcomer = (row: Row, idOf: (email: string) => PersonId, language: Language): Person => {
  const blank = blankColleague(idOf(row.email), row.name, language, { email: row.email });
  return { ...blank, ...toldBy(row, blank, idOf) };
};

/** What the row says that is not so already; nothing when all is as it says. */
const toldBy = (row: Row, person: Person, idOf: (email: string) => PersonId): Partial<PersonChange> => {
  const manager = row.manager === undefined ? undefined : row.manager === null ? null : idOf(row.manager);
  const said: Partial<PersonChange> = {
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
    Object.entries(said).filter(([field, value]) => !same(value, person[field as keyof PersonChange])),
  ) as Partial<PersonChange>;
};

/** A list gives and takes roles, but `admin` it only gives: a list without that column in mind would lock all out. */
const rolesOf = (roles: Role[], person: Person): Role[] =>
  ROLES.filter((role) => roles.includes(role) || (role === 'admin' && person.roles.includes('admin')));

const profileOf = (row: Row, person: Person): { agent?: AgentProfile } => {
  const { principles, topics, languages, capacity } = row;
  const says = principles ?? topics ?? languages ?? capacity;
  const isAgent = (row.roles ?? person.roles).includes('agent');
  if (says === undefined && (!isAgent || person.agent !== null)) return {};
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

/** Lists are the same in any order. */
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
  told: Partial<PersonChange>,
  person: Person,
  emails: ReadonlyMap<PersonId, string>,
): FieldChange[] => {
  const words = (field: (typeof SHOWN)[number], value: unknown): string => {
    if (field === 'manager') return value === null ? 'nobody' : (emails.get(value as PersonId) ?? 'somebody new');
    if (Array.isArray(value)) return value.join(', ') || 'none';
    if (typeof value === 'object' && value !== null) return JSON.stringify(value);
    return value === null || value === undefined ? 'nothing' : String(value);
  };
  return SHOWN.filter((field) => field in told).map((field) => ({
    field: field === 'agent' ? 'profile' : field,
    from: words(field, person[field]),
    to: words(field, told[field]),
  }));
};

/** The most of the imported people who may vanish at once before somebody must say that it is meant. */
const MAX_GONE = 0.05;

export const tooManyGone = ({ gone }: Difference, people: readonly Person[]): boolean =>
  gone.length > MAX_GONE * people.filter(({ imported, left }) => imported && left === null).length;
