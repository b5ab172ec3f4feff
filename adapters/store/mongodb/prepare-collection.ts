import type { CreateIndexesOptions, Db, IndexDescription } from 'mongodb';
import { DuplicateKey, type Filter, type Index } from '../collection.ts';
import type { StoredDoc } from './mongo-collection.ts';
import { codeOf, isDuplicate } from './work-fault.ts';

const NAMESPACE_EXISTS = 48;

/** The collection with the locks that processes exclude each other by. */
export const LOCKS = 'locks';
/** The collection with the processes that have the store open. */
export const PROCESSES = 'processes';

export const nameOfIndex = (fields: Index['fields']): string => Object.entries(fields).flat().join('_');

/** The name follows from the fields, so two declarations of the same index are one index. */
const described = ({ fields, unique, sparse }: Index): IndexDescription => ({
  key: fields,
  name: nameOfIndex(fields),
  ...(unique === true ? { unique } : {}),
  ...(sparse === true ? { sparse } : {}),
});

/** Creates the missing indexes, and with them the collection. Safe to repeat and to run from two processes. */
export const setIndexes = async (db: Db, name: string, indexes: readonly Index[]): Promise<void> => {
  if (indexes.length === 0) return;
  try {
    // Building an index on a full collection may take long, so this operation has no socket timeout.
    // (The driver accepts the option per operation; its types allow it only for a client.)
    const patient: CreateIndexesOptions & { socketTimeoutMS: number } = { socketTimeoutMS: 0 };
    await db.collection(name).createIndexes(indexes.map(described), patient);
  } catch (error) {
    if (isDuplicate(error)) throw new DuplicateKey(`${name} holds documents with the same value in a unique index`);
    throw error;
  }
};

/**
 * Sets the collection's validator, a second line of defence behind our own code. Returns null, or the error code of a
 * server that does not support validators.
 */
export const setFence = async (db: Db, name: string, fence: Filter<StoredDoc>): Promise<number | null> => {
  // `moderate`: a document that an older version wrote outside the fence can still be changed.
  const options = { validator: fence, validationLevel: 'moderate', validationAction: 'error' } as const;
  const [found] = await db.listCollections({ name }, { nameOnly: false }).toArray();
  if (found !== undefined && JSON.stringify(found.options?.validator) === JSON.stringify(fence)) return null;
  try {
    if (found === undefined) await db.createCollection<StoredDoc>(name, options);
    else await db.command({ collMod: name, ...options });
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    return code === NAMESPACE_EXISTS ? null : code;
  }
};

/** The collections that are not empty, except what the processes agree by, which is not data. */
export const namesOf = async (db: Db): Promise<string[]> => {
  const made = await db.listCollections({}, { nameOnly: true }).toArray();
  const names = made
    .map(({ name }) => name)
    .filter((name) => name !== LOCKS && name !== PROCESSES && !name.startsWith('system.'));
  const first = await Promise.all(names.map((name) => db.collection(name).findOne({}, { projection: { _id: 1 } })));
  return names.filter((_name, index) => first[index] !== null).sort();
};
