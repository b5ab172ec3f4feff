import { Context } from 'mingo/core';
import { $elemMatch, $eq, $exists, $gt, $gte, $lt, $lte, $ne, $or } from 'mingo/operators/query';
import { Query } from 'mingo/query';
import { resolve } from 'mingo/util';
import { checkFilter } from '../check-filter.ts';
import type { Filter } from '../collection.ts';
import type { Fields } from './plain-value.ts';

type Operator = typeof $eq;

/** For ids by the hundred: mingo's own `$in` puts the whole list into a map again for every document. */
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
 * A test for whole documents. Other than MongoDB, mingo finds objects equal whatever the order of their fields: whoever
 * asks for a whole object writes it in one order. A TypeError names what the two stores do not share.
 */
export const compileQuery = (filter: Filter<Fields>): ((document: Fields) => boolean) => {
  const query = new Query(checkFilter(filter), { context });
  return (document) => query.test(document);
};
