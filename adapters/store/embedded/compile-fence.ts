import { FENCED_OUT, type Filter, StoreRefusal } from '../collection.ts';
import { compileQuery } from './compile-query.ts';
import type { Fields } from './plain-value.ts';

/** Throws when a document may not be written as it is. `before`: how it stood, when it is not new. */
export type FenceCheck = (document: Fields, before?: Fields) => void;

/**
 * Does what MongoDB does with a validator at the level `moderate`: nothing outside the fence comes in and nothing inside
 * goes out, but what an older version left outside can still be changed. It throws a `StoreRefusal`.
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
