import type { Index } from '../collection.ts';
import { connect } from './connect.ts';
import { nameOfIndex, PROCESSES } from './prepare-collection.ts';
import { PROCESS_INDEXES } from './shared-store.ts';

/** The indexes that a collection is declared with. */
export type DeclaredIndexes = { collection: string; indexes: readonly Index[] };

/**
 * What each collection lacks of its declared indexes, in the words of MongoDB's shell. Only reads.
 * @throws StoreNotOpened when the server cannot be reached, and the driver's error when it does not list indexes
 */
export const missingIndexes = async (
  uri: string,
  declared: readonly DeclaredIndexes[],
  startWithin: number,
): Promise<string[]> => {
  const { client, database } = await connect(uri, false, startWithin);
  try {
    const db = client.db(database);
    const made = await db.listCollections({}, { nameOnly: true }).toArray();
    const names = new Set(made.map(({ name }) => name));
    const missing: string[] = [];
    for (const { collection, indexes } of [...declared, OF_PROCESSES]) {
      const found: readonly FoundIndex[] = names.has(collection) ? await db.collection(collection).indexes() : [];
      for (const index of indexes)
        if (!found.some((one) => isSame(one, index))) missing.push(inShell(collection, index));
    }
    return missing;
  } finally {
    await client.close();
  }
};

const OF_PROCESSES: DeclaredIndexes = { collection: PROCESSES, indexes: PROCESS_INDEXES };

type FoundIndex = { key: object; unique?: boolean; sparse?: boolean };

const isSame = ({ key, unique = false, sparse = false }: FoundIndex, index: Index): boolean =>
  JSON.stringify(key) === JSON.stringify(index.fields) &&
  unique === (index.unique ?? false) &&
  sparse === (index.sparse ?? false);

/** The command that makes the index under the name that the start gives it. */
const inShell = (collection: string, { fields, unique = false, sparse = false }: Index): string => {
  const options = {
    name: nameOfIndex(fields),
    ...(unique ? { unique } : {}),
    ...(sparse ? { sparse } : {}),
  };
  return `db.${collection}.createIndex(${JSON.stringify(fields)}, ${JSON.stringify(options)})`;
};
