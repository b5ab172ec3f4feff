import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, type MongoClientOptions } from 'mongodb';
import { MIN_WIRE_VERSION, placeOf, rightsFault, StoreNotOpened, startFault, tooOld, uriFault } from './start-fault.ts';

/** How long a start looks for the server before it gives up. */
const START_DEADLINE = 15_000;
const PAUSE = 500;
const DEFAULT_DATABASE = 'sammen';

// With these a request answers within a few seconds when the server is away; each may be set otherwise in MONGODB_URI.
// (The driver's `timeoutMS` would be one bound for all, and does nothing in 7.9.)
const BOUNDS = {
  serverSelectionTimeoutMS: 2_500,
  connectTimeoutMS: 2_500,
  waitQueueTimeoutMS: 2_500,
  socketTimeoutMS: 4_000,
};

/** The driver's own bounds come first; ours is for what they do not add up to. */
const GRACE = 1_000;

export type Connected = {
  client: MongoClient;
  database: string /** The most milliseconds one answer may take. */;
  deadline: number;
};

const namesIn = (uri: string): Set<string> =>
  new Set([...new URLSearchParams(uri.split('?')[1] ?? '').keys()].map((name) => name.toLowerCase()));

const optionsFor = (uri: string): MongoClientOptions => {
  const given = namesIn(uri);
  const bounds = Object.fromEntries(Object.entries(BOUNDS).filter(([name]) => !given.has(name.toLowerCase())));
  return {
    ...bounds,
    ...(given.has('appname') ? {} : { appName: 'sammen' }),
    // No promise is given on less, whatever the address says.
    writeConcern: { w: 'majority' },
    readPreference: 'primary',
    ignoreUndefined: true,
  };
};

/**
 * Connects, and sees that the database may be used. @throws StoreNotOpened when it cannot be within the deadline
 * @param watch whether the client tells of every command it sends
 */
export const connect = async (uri: string, watch: boolean, deadline = START_DEADLINE): Promise<Connected> => {
  const until = Date.now() + deadline;
  for (;;) {
    try {
      return await tryToConnect(uri, watch);
    } catch (error) {
      const again = error instanceof StoreNotOpened && error.reason === 'unreachable' && Date.now() + PAUSE < until;
      if (!again) throw error;
      await sleep(PAUSE);
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
    // Connecting alone proves no right: a server that wants a password lets anybody connect.
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
      deadline: Math.max(serverSelectionTimeoutMS, socketTimeoutMS || BOUNDS.socketTimeoutMS) + GRACE,
    };
  } catch (error) {
    await client.close().catch(() => undefined);
    throw startFault(error, uri, wireVersion);
  }
};

const clientFor = (uri: string, watch: boolean): MongoClient => {
  try {
    return new MongoClient(uri, { ...optionsFor(uri), monitorCommands: watch });
  } catch (error) {
    throw uriFault(error, uri);
  }
};

/** Whether the address names a database; the driver's own default (`test`) is nobody's wish. */
const namesDatabase = (uri: string): boolean => /^mongodb(?:\+srv)?:\/\/(?:.*@)?[^/?]*\/[^?]/s.test(uri);
