import { readFile } from 'node:fs/promises';
import { types } from 'node:util';
import { MendableError } from '../../../bot/mendable-error.ts';
import type { StoredDoc } from './memory.ts';
import { type Fields, isFields } from './plain-value.ts';

// The format is NeDB's: one JSON document per line; the last line of an `_id` counts; `{"$$deleted":true}` removes it;
// dates are `{"$$date":ms}`. NeDB can open our files, and we can open files that NeDB wrote.

/** A datafile is damaged in a way that no crash explains. Nothing was changed. */
export class DamagedStore extends MendableError {
  override readonly name = 'DamagedStore';
}

const reviveDates = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reviveDates);
  if (!isFields(value)) return value;
  if (typeof value.$$date === 'number') return new Date(value.$$date);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, reviveDates(field)]));
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

const isIndexNote = (entry: Fields): boolean => '$$indexCreated' in entry || '$$indexRemoved' in entry;

const parseLine = (line: Uint8Array): Fields | null => {
  try {
    const text = utf8.decode(line);
    const entry: unknown = JSON.parse(text);
    if (!isFields(entry) || !(isIndexNote(entry) || (typeof entry._id === 'string' && entry._id !== ''))) return null;
    return text.includes('"$$date"') ? (reviveDates(entry) as Fields) : entry;
  } catch {
    return null;
  }
};

/** Whether a line, with its end, is a document: one that can be read, and neither removes another nor notes an index. */
export const isDocumentLine = (line: Uint8Array): boolean => {
  const entry = line.at(-1) === 0x0a ? parseLine(line.subarray(0, -1)) : null;
  return entry !== null && !isIndexNote(entry) && !('$$deleted' in entry);
};

const damaged = (file: string, line: number): DamagedStore =>
  new DamagedStore(
    `${file} is damaged: line ${line} cannot be read. Nothing was changed. ` +
      'Restore the folder from a backup; or keep a copy of the file, take that line out (what it held is lost) and start again.',
  );

/**
 * Reads the documents of a datafile. A torn last line, left by a crash in the middle of an append, is ignored; any
 * other unreadable line rejects with `DamagedStore`.
 */
export const readDataFile = async (file: string): Promise<StoredDoc[]> => readDocuments(await readFile(file), file);

/** The documents of a datafile, or of its beginning. @throws DamagedStore */
export const readDocuments = (bytes: Uint8Array, file: string): StoredDoc[] =>
  documentsIn(bytes, (line) => {
    throw damaged(file, line);
  });

/** The documents of a file that may be damaged, without the lines that cannot be read. */
export const documentsThatCanBeRead = (bytes: Uint8Array): StoredDoc[] => documentsIn(bytes, () => undefined);

/** `onDamage` is told of each line that cannot be read; a torn last one is none. */
const documentsIn = (bytes: Uint8Array, onDamage: (line: number) => void): StoredDoc[] => {
  const documents = new Map<string, StoredDoc>();
  let start = 0;
  for (let number = 1; start < bytes.length; number += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    if (end > start) {
      const entry = parseLine(bytes.subarray(start, end));
      if (entry === null && newline !== -1) onDamage(number);
      if (entry?.$$deleted === true) documents.delete(String(entry._id));
      else if (entry !== null && !isIndexNote(entry)) documents.set(String(entry._id), entry as StoredDoc);
    }
    start = end + 1;
  }
  return [...documents.values()];
};

/** Done before serialising: a JSON replacer is called for every value and makes writing several times slower. */
const datesAsNumbers = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(datesAsNumbers);
  if (types.isDate(value)) return { $$date: value.getTime() };
  const plain: Fields = {};
  for (const [name, field] of Object.entries(value)) plain[name] = datesAsNumbers(field);
  return plain;
};

// NeDB's reader treats these characters as line ends.
const escapeSeparators = (line: string): string =>
  line.replace(/[\u0085\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const documentLine = (document: Fields): string =>
  `${escapeSeparators(JSON.stringify(datesAsNumbers(document)))}\n`;

export const deletedLine = (id: string): string => documentLine({ $$deleted: true, _id: id });
