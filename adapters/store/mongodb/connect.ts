import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, type MongoClientOptions } from 'mongodb';
import {
  MIN_WIRE_VERSION,
  refuseRawAt,
  rightsFault,
  StoreNotOpened,
  startFault,
  tooOld,
  uriFault,
} from './start-fault.ts';
import { placeOf, withoutOptions } from './uri.ts';

/** How long a start tries to reach the server before it gives up. */
const START_DEADLINE_MS = 15_000;
const PAUSE_MS = 500;
const DEFAULT_DATABASE = 'sammen';

// With these, a request fails within a few seconds when the server is down. MONGODB_URI can override each of them.
// (The driver's `timeoutMS` would be a single limit for all, but has no effect in 7.9.)
const TIMEOUTS = {
  serverSelectionTimeoutMS: 2_500,
  connectTimeoutMS: 2_500,
  waitQueueTimeoutMS: 2_500,
  socketTimeoutMS: 4_000,
};

/** Our deadline is this much later than the driver's own timeouts, to catch what they miss. */
const GRACE_MS = 1_000;

export type Connected = {
  client: MongoClient;
  database: string;
  /** Maximum milliseconds for one answer. */
  deadline: number;
};

const namesIn = (uri: string): Set<string> =>
  new Set([...new URLSearchParams(uri.split('?')[1] ?? '').keys()].map((name) => name.toLowerCase()));

const optionsFor = (uri: string): MongoClientOptions => {
  const given = namesIn(uri);
  const bounds = Object.fromEntries(Object.entries(TIMEOUTS).filter(([name]) => !given.has(name.toLowerCase())));
  return {
    ...bounds,
    ...(given.has('appname') ? {} : { appName: 'sammen' }),
    // We promise durability, so the address must not weaken it.
    writeConcern: { w: 'majority' },
    readPreference: 'primary',
    ignoreUndefined: true,
  };
};

/**
 * Connects and checks that we may use the database.
 * @param watch whether the client emits an event for every command
 * @param deadline milliseconds
 * @throws StoreNotOpened when the database cannot be used within the deadline
 */
export const connect = async (uri: string, watch: boolean, deadline = START_DEADLINE_MS): Promise<Connected> => {
  const until = Date.now() + deadline;
  for (;;) {
    try {
      return await tryToConnect(uri, watch);
    } catch (error) {
      const again = error instanceof StoreNotOpened && error.reason === 'unreachable' && Date.now() + PAUSE_MS < until;
      if (!again) throw error;
      await sleep(PAUSE_MS);
    }
  }
};

const tryToConnect = async (uri: string, watch: boolean): Promise<Connected> => {
  const client = clientFor(uri, watch);
  let wireVersion: number | null = null;
  client.on('serverHeartbeatSucceeded', ({ reply }) => {
    wireVersion = Math.max(wireVersion ?? 0, Number(reply.maxWireVersion ?? 0));
  });
  try {
    await client.connect();
    const database = namesDatabase(uri) ? client.options.dbName : DEFAULT_DATABASE;
    // Connecting alone does not prove access: a server that requires a password lets anybody connect.
    await client
      .db(database)
      .listCollections({}, { nameOnly: true })
      .toArray()
      .catch((error) => {
        throw rightsFault(error, uri, database);
      });
    if (wireVersion !== null && wireVersion < MIN_WIRE_VERSION) throw tooOld(placeOf(uri), wireVersion);
    const { serverSelectionTimeoutMS, socketTimeoutMS } = client.options;
    return {
      client,
      database,
      deadline: Math.max(serverSelectionTimeoutMS, socketTimeoutMS || TIMEOUTS.socketTimeoutMS) + GRACE_MS,
    };
  } catch (error) {
    await client.close().catch(() => undefined);
    throw startFault(error, uri, wireVersion);
  }
};

const clientFor = (uri: string, watch: boolean): MongoClient => {
  refuseRawAt(uri);
  try {
    return new MongoClient(uri, { ...optionsFor(uri), monitorCommands: watch });
  } catch (error) {
    throw uriFault(error, uri);
  }
};

/** Whether the address names a database. Nobody means the driver's default, `test`. */
const namesDatabase = (uri: string): boolean =>
  /^mongodb(?:\+srv)?:\/\/(?:.*@)?[^/?]*\/[^?]/s.test(withoutOptions(uri));
