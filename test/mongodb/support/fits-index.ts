import type { KeyPattern, Query } from './recorder.ts';

type Kind = 'equality' | 'range' | 'none';

/** How an index can serve a condition. `$in` counts as equality: MongoDB merges the sorted runs of its values. */
const kindOf = (condition: unknown): Kind => {
  if (typeof condition !== 'object' || condition === null || condition instanceof Date || Array.isArray(condition))
    return 'equality';
  const operators = Object.keys(condition);
  if (!operators.some((name) => name.startsWith('$'))) return 'equality';
  if (operators.includes('$in')) return 'equality';
  // An element within bounds is found by an index of the array, which holds each element.
  if ('$elemMatch' in condition) return kindOf(condition.$elemMatch) === 'range' ? 'range' : 'none';
  return operators.some((name) => ['$gt', '$gte', '$lt', '$lte'].includes(name)) ? 'range' : 'none';
};

/** True when the keys have this order and direction, or exactly the opposite direction. */
const givesSort = (
  keys: readonly (readonly [string, number])[],
  sort: readonly (readonly [string, number])[],
): boolean => {
  const sign = sort[0] !== undefined && keys[0] !== undefined && sort[0][1] !== keys[0][1] ? -1 : 1;
  return sort.every(([field, direction], i) => keys[i]?.[0] === field && keys[i][1] * sign === direction);
};

const fits = ({ filter, sort }: Query, index: KeyPattern): boolean => {
  const keys = Object.entries(index);
  const kind = (field: string): Kind => (field in filter ? kindOf(filter[field]) : 'none');
  const wanted = Object.entries(sort);
  let equal = 0;
  while (equal < keys.length && kind(keys[equal]?.[0] ?? '') === 'equality') equal += 1;
  const rest = keys.slice(equal);
  const ranged = rest[0] !== undefined && kind(rest[0][0]) === 'range';
  // Equality, then sort, then range: the index alone must find the documents, and in sorted order.
  const finds = equal > 0 || ranged || (wanted.length > 0 && Object.keys(filter).length === 0);
  return (
    finds &&
    (wanted.length === 0 ||
      givesSort(rest, wanted) ||
      (equal === keys.length && equal === wanted.length && index._id === 1))
  );
};

/** Whether one of the indexes alone finds what the query asks for, in the order it asks for. */
export const fitsAnIndex = (query: Query, indexes: readonly KeyPattern[]): boolean => {
  const { filter } = query;
  // An `_id` matches at most one document, so there is nothing to sort.
  if ('_id' in filter && kindOf(filter._id) === 'equality') return true;
  return indexes.some((index) => fits(query, index));
};
