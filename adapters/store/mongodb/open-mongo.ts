import diagnostics from 'node:diagnostics_channel';
import { MINUTE } from '../../../bot/time/units.ts';
import { type Collection, type Database, type Doc, type Filter, type Index, StoreUnavailable } from '../collection.ts';
import { refuseWrites } from '../embedded/read-copy.ts';
import type { Fence } from '../fence.ts';
import { connect } from './connect.ts';
import { type LockDoc, withLock } from './lease-lock.ts';
import { mongoCollection, type StoredDoc } from './mongo-collection.ts';
import { LOCKS, namesOf, setFence, setIndexes } from './prepare-collection.ts';
import { shareStore, sharingTimes, type UnsharedDatabase } from './shared-store.ts';
import { guarded } from './work-fault.ts';

/** Diagnostics channel for every command sent to MongoDB. Tests subscribe to it before they open the store. */
export const COMMANDS = 'sammen:mongodb:command';

export type MongoOptions = {
  /** Called once when the server does not support something that Sammen can do without. */
  warn?: (message: string) => void;
  /** Creates and changes nothing. */
  readOnly?: boolean;
  /** Milliseconds to keep trying to reach the server. */
  startWithin?: number;
  /** Maximum milliseconds for one answer; by default it follows from the driver's timeouts. */
  answersWithin?: number;
};

/** Opens the store at a MongoDB address. Several processes may share it. @throws StoreNotOpened */
export const openMongo = async (
  uri: string,
  { warn = () => undefined, readOnly = false, startWithin, answersWithin }: MongoOptions = {},
): Promise<Database> => {
  const commands = diagnostics.channel(COMMANDS);
  const { client, database, deadline: defaultDeadline } = await connect(uri, commands.hasSubscribers, startWithin);
  const deadline = answersWithin ?? defaultDeadline;
  client.on('commandStarted', ({ commandName, command }) => commands.publish({ commandName, command }));
  const db = client.db(database);
  let closed = false;
  let fences = true;
  const prepare = async (name: string, indexes: readonly Index[], fence: Filter<StoredDoc> | null): Promise<void> => {
    const refused = fence !== null && fences ? await setFence(db, name, fence) : null;
    if (refused !== null) {
      fences = false;
      warn(`this MongoDB keeps no validators (code ${refused}); Sammen works without that second fence`);
    }
    await setIndexes(db, name, indexes);
  };
  const refuseClosed = (): void => {
    if (closed) throw new StoreUnavailable('the store is closed');
  };
  const raw: UnsharedDatabase = {
    collection: async <T extends Doc>(
      name: string,
      indexes: readonly Index[],
      fence?: Fence<T>,
    ): Promise<Collection<T>> => {
      refuseClosed();
      if (!/^[a-z][a-zA-Z0-9-]*$/.test(name)) throw new TypeError(`"${name}" cannot name a collection`);
      if (!readOnly) {
        await guarded(`prepare ${name}`, PREPARE_DEADLINE_MS, () => prepare(name, indexes, fence ?? null));
      }
      const collection = mongoCollection(db.collection<StoredDoc>(name), deadline) as unknown as Collection<T>;
      return readOnly ? refuseWrites(collection) : collection;
    },
    names: async () => {
      refuseClosed();
      return guarded('list collections', deadline, () => namesOf(db));
    },
    alone: async (work) => {
      refuseClosed();
      const locks = mongoCollection(db.collection<StoredDoc>(LOCKS), deadline) as unknown as Collection<LockDoc>;
      return readOnly ? work() : withLock(locks, 'start', work);
    },
    purge: async () => undefined,
    ping: async () => {
      refuseClosed();
      await guarded('answer', deadline, () => db.command({ ping: 1 }));
    },
    close: async () => {
      closed = true;
      await client.close();
    },
  };
  return shareStore(raw, sharingTimes(deadline));
};

/** Building an index on a full collection takes long, but a silent server must not block the start for ever. */
const PREPARE_DEADLINE_MS = 10 * MINUTE;
