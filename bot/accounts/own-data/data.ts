/** What stands in a person's own file: nothing but plain values, with names in place of ids. */
export type Data = string | number | boolean | null | Date | readonly Data[] | { readonly [field: string]: Data };
export type Row = Readonly<Record<string, Data>>;

/** Where a person's data is kept, as their file divides it. */
export const OWN_PARTS = [
  'profile',
  'accounts',
  'wishes',
  'cases',
  'ownWords',
  'drafts',
  'nudges',
  'stories',
  'meetings',
  'undelivered',
  'links',
  'log',
] as const;
export type OwnPart = (typeof OWN_PARTS)[number];

/**
 * What becomes of each field of a document. `give`: it is given as it stands. `leave`: it says nothing of the person, or
 * names others. Else it is given as the function says. A field that is missing here does not compile.
 */
export type Fields<T> = {
  readonly [Name in keyof T]-?: 'give' | 'leave' | ((value: Exclude<T[Name], undefined>) => Data);
};

/** Ids, signed links and fingerprints inside a value that is given: they are of use to programs only. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set(['id', '_id', 'case', 'draft', 'heard', 'calendarUrl', 'message']);

/** A value as data, without what only programs read. */
export const plain = (value: unknown): Data => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date)
    return value;
  if (Array.isArray(value)) return value.map(plain);
  const fields = Object.entries(value).filter(([name, one]) => !FOR_PROGRAMS.has(name) && one !== undefined);
  return Object.fromEntries(fields.map(([name, one]) => [name, plain(one)]));
};

/** The fields of a document that its table gives. */
export const rowOf = <T extends object>(document: T, fields: Fields<T>): Row => {
  const row: Record<string, Data> = {};
  for (const [name, value] of Object.entries(document)) {
    const how = fields[name as keyof T];
    // What the store keeps for itself, such as the words a person is found by, is in no table.
    if (how === undefined || how === 'leave' || value === undefined) continue;
    row[name] = how === 'give' ? plain(value) : how(value);
  }
  return row;
};
