import { FENCED_OUT, type Filter, StoreRefusal } from '../collection.ts';
import { compileQuery } from './compile-query.ts';
import { type Fields, isFields } from './plain-value.ts';

/** Throws when a document must not be written. `before` is the stored version, if there is one. */
export type FenceCheck = (document: Fields, before?: Fields) => void;

/**
 * Behaves like a MongoDB validator at level `moderate`: inserts must satisfy the fence, and so must updates of
 * documents that satisfied it before. Documents that an older version left outside can still be changed.
 * The check throws `StoreRefusal`.
 */
export const compileFence = (name: string, fence: Filter<Fields>): FenceCheck => {
  const checks = Object.entries(fence).map(([field, condition]) => ({ field, holds: compileField(field, condition) }));
  const isInside = (document: Fields): boolean => checks.every(({ holds }) => holds(document));
  return (document, before) => {
    if (isInside(document) || (before !== undefined && !isInside(before))) return;
    const broken = checks.filter(({ holds }) => !holds(document));
    const fields = broken.map(({ field }) => field).join(', ');
    throw new StoreRefusal(`${name} does not take a document with such a value in ${fields}`, FENCED_OUT);
  };
};

/** As in MongoDB, null among the values of `$in` lets a document leave the field out. Queries have no null. */
const compileField = (field: string, condition: unknown): ((document: Fields) => boolean) => {
  if (!isFields(condition) || !Array.isArray(condition.$in) || !condition.$in.includes(null)) {
    return compileQuery({ [field]: condition } as Filter<Fields>);
  }
  const holds = compileQuery({ [field]: { $in: condition.$in.filter((value) => value !== null) } });
  return (document) => document[field] === undefined || document[field] === null || holds(document);
};
