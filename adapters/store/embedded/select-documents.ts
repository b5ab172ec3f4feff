import type { FindOptions } from '../collection.ts';
import { compareValues } from './compare-values.ts';
import { valuesAt, withElements } from './compile-filter.ts';
import type { StoredDoc } from './memory.ts';
import { copyStored, type Fields, isFields } from './plain-value.ts';

// Of an array MongoDB sorts by the smallest value when it ascends, by the largest when it descends.
const sortKey = (document: Fields, path: readonly string[], direction: 1 | -1): unknown =>
  withElements(valuesAt(document, path))
    .filter((value) => !Array.isArray(value))
    .reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));

const sorted = (documents: readonly StoredDoc[], sort: NonNullable<FindOptions['sort']>): readonly StoredDoc[] => {
  const keys = Object.entries(sort).map(([field, direction]) => ({ path: field.split('.'), direction }));
  const rows = documents.map((document) => ({
    document,
    values: keys.map(({ path, direction }) => sortKey(document, path, direction)),
  }));
  rows.sort((a, b) => {
    for (const [at, { direction }] of keys.entries()) {
      const order = compareValues(a.values[at], b.values[at]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return rows.map(({ document }) => document);
};

const pick = (value: Fields, paths: readonly (readonly string[])[]): Fields => {
  const picked: Fields = {};
  for (const [name, field] of Object.entries(value)) {
    const deeper = paths.filter(([head]) => head === name).map((path) => path.slice(1));
    if (deeper.length === 0) continue;
    if (deeper.some((path) => path.length === 0)) picked[name] = field;
    else if (Array.isArray(field)) picked[name] = field.filter(isFields).map((element) => pick(element, deeper));
    else if (isFields(field)) picked[name] = pick(field, deeper);
  }
  return picked;
};

/** Sorts, limits, projects (always with `_id`) and copies what a filter matched. */
export const selectDocuments = (matched: readonly StoredDoc[], options: FindOptions = {}): StoredDoc[] => {
  const { sort, limit, fields } = options;
  const rows = (sort === undefined ? matched : sorted(matched, sort)).slice(0, limit || matched.length);
  const paths = fields === undefined ? null : fields.map((field) => field.split('.'));
  return rows.map((document) =>
    copyStored(paths === null ? document : { _id: document._id, ...pick(document, paths) }),
  );
};
