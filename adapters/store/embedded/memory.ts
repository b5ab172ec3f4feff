import nedb from '@seald-io/nedb';
import type { Doc, Filter, Index } from '../collection.ts';
import { DuplicateKey } from '../collection.ts';
import { compileFilter } from './compile-filter.ts';
import { type Fields, isFields } from './plain-value.ts';

export type StoredDoc = Doc & Fields;

// NeDB's types declare a default export, its CommonJS module is the class itself.
const Datastore = nedb as unknown as typeof nedb.default;

/** The documents and their indexes in NeDB's memory: it takes documents as its own, `matching` gives out live ones. */
export type Memory = {
  matching(filter: Filter): Promise<StoredDoc[]>;
  insert(document: StoredDoc): Promise<boolean>;
  /** Rejects with `DuplicateKey` and changes nothing when a unique value belongs to another document. */
  replace(document: StoredDoc): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  addIndex(index: Index): Promise<void>;
  all(): readonly StoredDoc[];
};

// Reading an array-valued field with both bounds, one element may meet one bound and one the other: NeDB looks for a
// single element, so it narrows by one bound only.
const bound = (condition: Fields): Fields | null => {
  const name = ['$in', '$gt', '$gte', '$lt', '$lte'].find((operator) => operator in condition);
  return name === undefined ? null : { [name]: condition[name] };
};

/** The part of a filter that NeDB may use to find an index; never excludes what the whole filter matches. */
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

const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'errorType' in error && error.errorType === 'uniqueViolated';

/** Fills NeDB (in memory only: the datafile is ours) with documents that keep to the unique indexes. */
export const createMemory = async (
  documents: readonly StoredDoc[],
  indexes: readonly Index[],
  name: string,
): Promise<Memory> => {
  const db = new Datastore<Fields>({ inMemoryOnly: true });
  const unique = new Map<string, boolean>();

  const addIndex = async (index: Index): Promise<void> => {
    const names = Object.keys(index.fields);
    const isUnique = index.unique === true;
    // A compound index of NeDB finds nothing when one of its fields holds an array: only its first field is indexed,
    // unless uniqueness asks for all of them. Sparse only where uniqueness needs it: a sparse index of NeDB takes a
    // date for an empty object and leaves it out.
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

  await db.insertAsync([...documents]);
  for (const index of indexes) await addIndex(index);

  return {
    addIndex,
    all: () => db.getAllData() as unknown as readonly StoredDoc[],
    insert: async (document) => {
      try {
        await db.insertAsync(document);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    replace: async (document) => {
      try {
        await db.updateAsync({ _id: document._id }, document);
      } catch (error) {
        throw isDuplicate(error)
          ? new DuplicateKey(`another document in ${name} has a unique value of ${document._id}`)
          : error;
      }
    },
    remove: async (ids) => {
      // NeDB spreads the candidates over a call's arguments: a stack holds some ten thousands of them.
      for (let at = 0; at < ids.length; at += 1000) {
        await db.removeAsync({ _id: { $in: ids.slice(at, at + 1000) } }, { multi: true });
      }
    },
    matching: async (filter) => {
      const matches = compileFilter(filter);
      const found = new Map<string, StoredDoc>();
      // `$where` stands first: it sees each candidate of the index, and NeDB's own matching never comes to a word.
      // A document may come twice from an index on an array.
      await db.countAsync({
        $where(this: StoredDoc): boolean {
          if (matches(this)) found.set(this._id, this);
          return false;
        },
        ...narrowing(filter),
      });
      return [...found.values()];
    },
  };
};
