import type { CreateIndexesOptions, Db, IndexDescription } from 'mongodb';
import { DuplicateKey, type Filter, type Index } from '../collection.ts';
import type { StoredDoc } from './mongo-collection.ts';
import { codeOf, isDuplicate } from './work-fault.ts';

const NAMESPACE_EXISTS = 48;

/** Where processes keep each other out. */
export const LOCKS = 'locks';

/** Name and options: two declarations of one index are one. */
const described = ({ fields, unique, sparse }: Index): IndexDescription => ({
  key: fields,
  name: Object.entries(fields).flat().join('_'),
  ...(unique === true ? { unique } : {}),
  ...(sparse === true ? { sparse } : {}),
});

/** Makes what is missing of a collection: itself and its indexes. Safe to repeat, and from two processes. */
export const setIndexes = async (db: Db, name: string, indexes: readonly Index[]): Promise<void> => {
  if (indexes.length === 0) return;
  try {
    // An index on a filled collection may take long: the server's answer is waited for as long as it takes.
    // (The driver takes this option for one operation, its types only for a client.)
    const patient: CreateIndexesOptions & { socketTimeoutMS: number } = { socketTimeoutMS: 0 };
    await db.collection(name).createIndexes(indexes.map(described), patient);
  } catch (error) {
    if (isDuplicate(error))
      throw new DuplicateKey(`${name} holds documents with the same value where an index wants different ones`);
    throw error;
  }
};

/** A validator is a second fence: the first is our own code. Answers the code of a server that does not keep one. */
export const setFence = async (db: Db, name: string, fence: Filter<StoredDoc>): Promise<number | null> => {
  // `moderate`: a document that an older version wrote otherwise can still be changed.
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

/** Collections that hold something; but for the locks, which are nobody's data. */
export const namesOf = async (db: Db): Promise<string[]> => {
  const made = await db.listCollections({}, { nameOnly: true }).toArray();
  const names = made.map(({ name }) => name).filter((name) => name !== LOCKS && !name.startsWith('system.'));
  const first = await Promise.all(names.map((name) => db.collection(name).findOne({}, { projection: { _id: 1 } })));
  return names.filter((_name, at) => first[at] !== null).sort();
};
