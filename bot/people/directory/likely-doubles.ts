import type { Person } from '../person.ts';
import type { Row } from './row.ts';
import { isSameFirstName, isSameName } from './same-name.ts';

/** A row that nobody matches, and somebody who may be the same person under another address. */
export type LikelyDouble = { row: Row; person: Person };

/**
 * Rows about somebody new who are probably somebody we know: the same name and unit, another address. Also with another
 * surname, when that person has a chat and the list no longer names them.
 * @param unnamed people whom no row is about and who have not left
 */
export const likelyDoubles = (newRows: readonly Row[], unnamed: readonly Person[]): LikelyDouble[] => {
  const taken = new Set<Person>();
  return newRows.flatMap((row) => {
    const free = unnamed.filter((person) => !taken.has(person));
    const person =
      free.find((one) => isSameName(one.name, row.name) && isUnitPossible(one, row)) ??
      free.find((one) => one.imported && one.addresses.length > 0 && isRenamed(one, row));
    if (person === undefined) return [];
    taken.add(person);
    return [{ row, person }];
  });
};

const isUnitPossible = ({ unit }: Person, row: Row): boolean =>
  unit === null || row.unit === undefined || unit === row.unit;

const isRenamed = (person: Person, row: Row): boolean =>
  person.unit !== null && person.unit === row.unit && isSameFirstName(person.name, row.name);
