import { MongoClient, MongoServerError } from 'mongodb';
import { planOf, sortsInMemory } from './plans.ts';
import { TEST_URI, testDatabase } from './test-database.ts';

const COMMAND_NOT_FOUND = 59;

/** Whether the server can explain a query. mongo-java-server cannot. */
export const explains = async (uri = TEST_URI): Promise<boolean> => {
  const client = new MongoClient(uri ?? '');
  try {
    await client.db('admin').command({ explain: { find: 'none', filter: {} } });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === COMMAND_NOT_FOUND) return false;
    throw error;
  } finally {
    await client.close();
  }
};

/** Whether this server can read an index in sorted order. DocumentDB cannot: it always sorts the documents it found. */
export const ordersByIndex = async (): Promise<boolean> => {
  const { uri, drop } = testDatabase();
  const client = new MongoClient(uri);
  try {
    const probe = client.db().collection('probe');
    await probe.insertMany(Array.from({ length: 100 }, (_, n) => ({ kind: n % 2, at: n })));
    await probe.createIndex({ kind: 1, at: 1 });
    const query = { collection: 'probe', filter: { kind: 1 }, sort: { at: 1 }, limit: 0 };
    return !sortsInMemory(await planOf(client.db(), query));
  } finally {
    await client.close();
    await drop();
  }
};

/**
 * Whether the server enforces validators, tried with a document outside of one. mongo-java-server takes a validator and
 * does nothing with it; DocumentDB enforces it if validation is switched on.
 */
export const keepsValidators = async (): Promise<boolean> => {
  const { uri, drop } = testDatabase();
  const client = new MongoClient(uri);
  try {
    const probe = await client.db().createCollection<{ n: number }>('probe', { validator: { n: { $gte: 0 } } });
    await probe.insertOne({ n: -1 });
    return false;
  } catch (error) {
    const DOCUMENT_VALIDATION_FAILURE = 121;
    if (error instanceof MongoServerError) return error.code === DOCUMENT_VALIDATION_FAILURE;
    throw error;
  } finally {
    await client.close();
    await drop();
  }
};

// Filters that mongo-java-server 1.47 reads differently from MongoDB. No port uses them: the ports' own contracts pass
// on that server. Besides, its `findOneAndUpdate` may return the document as the next update left it (with 20 concurrent
// counters, 77 of 500 rounds gave a number twice), so no port relies on a returned value that others change too.
const JAVA_SERVER_DIFFERENCES = [
  '{"owes.due":{"$exists":false}}',
  '{"scores":{"$gt":2,"$lt":8}}',
  'a way through null',
];

export const knownDifferences = async (): Promise<ReadonlySet<string>> =>
  new Set((await explains()) ? [] : JAVA_SERVER_DIFFERENCES);
