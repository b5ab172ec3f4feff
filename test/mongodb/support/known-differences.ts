import { MongoClient, MongoServerError } from 'mongodb';
import { planOf, sortsInMemory } from './plans.ts';
import { TEST_URI, testDatabase } from './test-database.ts';

const COMMAND_NOT_FOUND = 59;

/** Whether the server can say how it would find something. mongo-java-server cannot. */
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

/** Whether an index gives an order on this server. On DocumentDB none does: it sorts what it found, always. */
export const ordersByIndex = async (): Promise<boolean> => {
  const { uri, drop } = testDatabase();
  const client = new MongoClient(uri);
  try {
    const probe = client.db().collection('probe');
    await probe.insertMany(Array.from({ length: 100 }, (_, n) => ({ kind: n % 2, at: n })));
    await probe.createIndex({ kind: 1, at: 1 });
    const plainest = { collection: 'probe', filter: { kind: 1 }, sort: { at: 1 }, limit: 0 };
    return !sortsInMemory(await planOf(client.db(), plainest));
  } finally {
    await client.close();
    await drop();
  }
};

/** Whether the server holds a collection's fence. mongo-java-server does not, DocumentDB where validation is switched on. */
export const keepsValidators = async (): Promise<boolean> => {
  const { uri, drop } = testDatabase();
  const client = new MongoClient(uri);
  try {
    await client.db().createCollection('probe', { validator: { n: { $gte: 0 } } });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError) return false;
    throw error;
  } finally {
    await client.close();
    await drop();
  }
};

// What mongo-java-server 1.47 reads otherwise than MongoDB. No port asks any of it: the ports' own contracts run there.
// Besides, it may answer `findOneAndUpdate` with what the document became by the next update (seen with 20 counters at
// once: 77 of 500 rounds had a number twice), so no port takes a value from there that others change, too.
const OF_THE_JAVA_SERVER = ['{"owes.due":{"$exists":false}}', '{"scores":{"$gt":2,"$lt":8}}', 'a way through null'];

export const knownDifferences = async (): Promise<ReadonlySet<string>> =>
  new Set((await explains()) ? [] : OF_THE_JAVA_SERVER);
