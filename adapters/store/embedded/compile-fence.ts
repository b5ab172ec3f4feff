import { FENCED_OUT, type Filter, StoreRefusal } from '../collection.ts';
import { compileQuery } from './compile-query.ts';
import type { Fields } from './plain-value.ts';

/** Throws when a document must not be written. `before` is the stored version, if there is one. */
export type FenceCheck = (document: Fields, before?: Fields) => void;

/**
 * Behaves like a MongoDB validator at level `moderate`: inserts must satisfy the fence, and so must updates of
 * documents that satisfied it before. Documents that an older version left outside can still be changed.
 * The check throws `StoreRefusal`.
 */
export const compileFence = (name: string, fence: Filter<Fields>): FenceCheck => {
  const isInside = compileQuery(fence);
  return (document, before) => {
    if (isInside(document) || (before !== undefined && !isInside(before))) return;
    const broken = Object.entries(fence).filter(
      ([field, condition]) => !compileQuery({ [field]: condition })(document),
    );
    const fields = broken.map(([field]) => field).join(', ');
    throw new StoreRefusal(`${name} does not take a document with such a value in ${fields}`, FENCED_OUT);
  };
};
