import { Context } from 'mingo/core';
import { $elemMatch, $eq, $exists, $gt, $gte, $lt, $lte, $ne, $or } from 'mingo/operators/query';
import { Query } from 'mingo/query';
import { resolve } from 'mingo/util';
import { checkFilter } from '../check-filter.ts';
import type { Filter } from '../collection.ts';
import type { Fields } from './plain-value.ts';

type Operator = typeof $eq;

/** Made for hundreds of ids: mingo's own `$in` rebuilds a map of the whole list for every document. */
const $in: Operator = (path, list, options) => {
  const values: readonly unknown[] = Array.isArray(list) ? list : [];
  const scalars = new Set(values.filter((value) => typeof value !== 'object'));
  const others = values.filter((value) => typeof value === 'object').map((value) => $eq(path, value, options));
  return (document) => {
    const found: unknown = resolve(document, path, { unwrapArray: true });
    const isIn = Array.isArray(found) ? found.some((value) => scalars.has(value)) : scalars.has(found);
    return isIn || others.some((equals) => equals(document));
  };
};

const context = Context.init({ query: { $eq, $ne, $in, $lt, $lte, $gt, $gte, $exists, $elemMatch, $or } });

/**
 * Compiles a filter to a predicate on whole documents. Unlike MongoDB, mingo ignores the order of fields when it
 * compares objects, so code that filters by a whole object must always write its fields in the same order. Equalities with
 * a text, a number or a truth value are decided here, in a tenth of the time that mingo takes.
 * @throws TypeError that names what only one of the stores supports
 */
export const compileQuery = (filter: Filter<Fields>): ((document: Fields) => boolean) => {
  const conditions = Object.entries(checkFilter(filter));
  const equalities = conditions.filter(([name, value]) => isScalar(value) && !name.includes('.'));
  let query: Query | null = null;
  return (document) => {
    let isDecided = equalities.length === conditions.length;
    for (const [name, value] of equalities) {
      const found = document[name];
      if (found === value) continue;
      // An array may hold the value.
      if (typeof found !== 'object' || found === null) return false;
      isDecided = false;
    }
    if (isDecided) return true;
    query ??= new Query(filter, { context });
    return query.test(document);
  };
};

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
