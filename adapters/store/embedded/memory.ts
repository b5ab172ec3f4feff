import nedb from '@seald-io/nedb';
import { isEqual, resolve } from 'mingo/util';
import type { Doc, Filter as FilterOf, Index } from '../collection.ts';
import { DuplicateKey } from '../collection.ts';
import { compileQuery } from './compile-query.ts';
import { createIdIndex } from './id-index.ts';
import { type Fields, isFields } from './plain-value.ts';

export type StoredDoc = Doc & Fields;
type Filter = FilterOf<StoredDoc>;

// NeDB's types declare a default export, its CommonJS module is the class itself.
const Datastore = nedb as unknown as typeof nedb.default;

/** `search` returns the index's own (live) list of all documents with this value. */
type NedbIndex = {
  insert(document: StoredDoc): void;
  remove(document: StoredDoc): void;
  tree: { search(value: unknown): StoredDoc[] };
};

/**
 * NeDB's internals. Its public methods queue calls, copy each document three times and update every index on every
 * change. The internals are not in NeDB's types, so package.json pins the version that we read.
 */
type NedbCore = {
  indexes: Record<string, NedbIndex>;
  _getRawCandidates(query: Filter): readonly StoredDoc[];
  _addToIndexes(document: StoredDoc): void;
  _updateIndexes(before: StoredDoc, after: StoredDoc): void;
  _removeFromIndexes(document: StoredDoc): void;
};

/**
 * The documents and their indexes in NeDB's memory. It takes ownership of inserted documents, and `matching` returns
 * live ones: copy them before awaiting anything.
 */
export type Memory = {
  byId(id: string): StoredDoc | undefined;
  matching(filter: Filter): StoredDoc[];
  /** False when another document has the same `_id` or unique value. */
  insert(document: StoredDoc): boolean;
  /** Replaces the fields of a live document. @throws DuplicateKey, with nothing changed */
  change(document: StoredDoc, changed: StoredDoc): void;
  remove(documents: readonly StoredDoc[]): void;
  addIndex(index: Index): Promise<void>;
  all(): readonly StoredDoc[];
};

// In an array field, one element may satisfy the lower bound and another the upper. NeDB requires a single element for
// both, so we pass it one bound only.
const bound = (condition: Fields): Fields | null => {
  const name = ['$in', '$gt', '$gte', '$lt', '$lte'].find((operator) => operator in condition);
  return name === undefined ? null : { [name]: condition[name] };
};

/** The part of a filter that lets NeDB pick an index. It never excludes a document that the whole filter matches. */
const narrowing = (filter: Filter): Filter => {
  const narrow: Filter = {};
  for (const [name, condition] of Object.entries(filter)) {
    if (name.startsWith('$') || Array.isArray(condition)) continue;
    if (!isFields(condition)) narrow[name] = condition;
    else {
      const part = bound(condition);
      if (part !== null) narrow[name] = part;
    }
  }
  return narrow;
};

/**
 * The same, with one equality: NeDB would follow the last that has an index, such as the state of a case where its agent
 * leads to few.
 */
const narrowest = (narrow: Filter, indexes: NedbCore['indexes']): Filter => {
  let best: { name: string; count: number } | null = null;
  for (const [name, value] of Object.entries(narrow)) {
    const index = isFields(value) ? undefined : indexes[name];
    if (index === undefined) continue;
    const count = index.tree.search(value).length;
    if (best === null || count < best.count) best = { name, count };
  }
  return best === null ? narrow : { [best.name]: narrow[best.name] };
};

const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'errorType' in error && error.errorType === 'uniqueViolated';

/**
 * Removes a document from an index in place. NeDB would copy the list of all documents with the same value, and tens of
 * thousands share one, such as `queued` or undefined.
 */
const takeOut = (document: StoredDoc, from: NedbIndex | undefined, field: string): void => {
  const found: unknown = resolve(document, field);
  // A path that crosses or ends in an array may yield several values.
  const [value, ...others]: unknown[] = Array.isArray(found) ? found : [found];
  const isPlain = others.length === 0 && !Array.isArray(value) && !isFields(value);
  const sharing = isPlain ? from?.tree.search(value) : undefined;
  const at = sharing?.indexOf(document) ?? -1;
  const last = sharing?.at(-1);
  if (sharing === undefined || sharing.length < 2 || at < 0 || last === undefined) {
    from?.remove(document);
    return;
  }
  sharing[at] = last;
  sharing.pop();
};

/** Loads documents into NeDB, in memory only (the datafile is ours). @throws DuplicateKey for a violated unique index */
export const createMemory = async (
  documents: readonly StoredDoc[],
  indexes: readonly Index[],
  name: string,
): Promise<Memory> => {
  const db = new Datastore<Fields>({ inMemoryOnly: true });
  const core = db as unknown as NedbCore;
  const unique = new Map<string, boolean>();

  const addIndex = async (index: Index): Promise<void> => {
    const names = Object.keys(index.fields);
    const isUnique = index.unique === true;
    // NeDB's compound indexes find nothing when one of their fields holds an array. So only the first field is indexed,
    // unless uniqueness needs all of them. Sparse only where uniqueness needs it: NeDB's sparse indexes treat a date as
    // an empty object and leave it out.
    const fieldName = isUnique ? names : names.slice(0, 1);
    const key = [...fieldName].sort().join(',');
    if (key === '_id' || unique.get(key) === true || (unique.has(key) && !isUnique)) return;
    if (unique.has(key)) await db.removeIndexAsync(key);
    try {
      await db.ensureIndexAsync({ fieldName, unique: isUnique, sparse: isUnique && index.sparse === true });
    } catch (error) {
      throw isDuplicate(error)
        ? new DuplicateKey(`${name} holds documents with the same ${key}, which must differ`)
        : error;
    }
    unique.set(key, isUnique);
  };

  const ids = createIdIndex();
  Object.assign(core.indexes, { _id: ids });
  for (const document of documents) core._addToIndexes(document);
  for (const index of indexes) await addIndex(index);

  const movedKeys = (document: StoredDoc, changed: StoredDoc): string[] =>
    [...unique.keys()].filter((key) =>
      key.split(',').some((field) => !isEqual(resolve(document, field), resolve(changed, field))),
    );

  return {
    addIndex,
    all: () => db.getAllData() as unknown as readonly StoredDoc[],
    insert: (document) => {
      try {
        core._addToIndexes(document);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    change: (document, changed) => {
      const moved = movedKeys(document, changed);
      if (moved.some((key) => unique.get(key) === true)) {
        try {
          core._updateIndexes(document, changed);
        } catch (error) {
          throw isDuplicate(error)
            ? new DuplicateKey(`another document in ${name} has a unique value of ${document._id}`)
            : error;
        }
        return;
      }
      for (const key of moved) takeOut(document, core.indexes[key], key);
      for (const field of Object.keys(document)) if (!(field in changed)) delete document[field];
      Object.assign(document, changed);
      for (const key of moved) core.indexes[key]?.insert(document);
    },
    remove: (documents) => {
      for (const document of documents) core._removeFromIndexes(document);
    },
    byId: ids.byId,
    matching: (filter) => {
      const matches = compileQuery(filter);
      if (typeof filter._id === 'string') {
        const named = ids.byId(filter._id);
        return named !== undefined && matches(named) ? [named] : [];
      }
      // An index on an array may return a document twice.
      return [...new Set(core._getRawCandidates(narrowest(narrowing(filter), core.indexes)))].filter(matches);
    },
  };
};
