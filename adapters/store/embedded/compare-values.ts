import { types } from 'node:util';
import { isFields } from './plain-value.ts';

// MongoDB's order of types; a missing field sorts with null.
const rank = (value: unknown): number => {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number') return 1;
  if (typeof value === 'string') return 2;
  if (Array.isArray(value)) return 4;
  if (typeof value === 'boolean') return 5;
  return types.isDate(value) ? 6 : 3;
};

/** True when both are of one type that has an order, so that `$lt` and its kin can hold between them. */
export const areComparable = (a: unknown, b: unknown): boolean => rank(a) === rank(b) && [1, 2, 5, 6].includes(rank(a));

/** MongoDB's order; objects and arrays among themselves have none here. */
export const compareValues = (a: unknown, b: unknown): number => {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (!areComparable(a, b)) return rank(a) - rank(b);
  const [left, right] = [a, b] as [number, number];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** MongoDB's equality: the order of an object's fields counts. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (types.isDate(a)) return types.isDate(b) && a.getTime() === b.getTime();
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((element, at) => sameValue(element, b[at]));
  }
  if (!isFields(a) || !isFields(b)) return a === b;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([name, value], at) => name === right[at]?.[0] && sameValue(value, right[at][1]))
  );
};
