import diagnostics from 'node:diagnostics_channel';
import { MINUTE } from '../../../bot/time/units.ts';
import { type Collection, type Database, type Doc, type Filter, type Index, StoreUnavailable } from '../collection.ts';
import { refuseWrites } from '../embedded/read-copy.ts';
import type { Fence } from '../fence.ts';
import { connect } from './connect.ts';
import { type LockDoc, withLock } from './lease-lock.ts';
import { mongoCollection, type StoredDoc } from './mongo-collection.ts';
import { LOCKS, namesOf, setFence, setIndexes } from './prepare-collection.ts';
import { guarded } from './work-fault.ts';

/** Every command sent to MongoDB, for whoever subscribed before the store was opened (the tests do). */
export const COMMANDS = 'sammen:mongodb:command';

export type MongoOptions = {
  /** Hears, once, of what works less well than it could. */
  warn?: (message: string) => void;
  /** Makes and changes nothing. */
  readOnly?: boolean;
  /** How long to look for the server, in milliseconds. */
  startWithin?: number;
  /** The most milliseconds for one answer, where the address and the driver's own bounds do not decide. */
  answersWithin?: number;
};

/** Opens the store at an address of MongoDB, which several processes may do. @throws StoreNotOpened */
export const openMongo = async (
  uri: string,
  { warn = () => undefined, readOnly = false, startWithin, answersWithin }: MongoOptions = {},
): Promise<Database> => {
  const commands = diagnostics.channel(COMMANDS);
  const { client, database, deadline: usual } = await connect(uri, commands.hasSubscribers, startWithin);
  const deadline = answersWithin ?? usual;
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
  return {
    collection: async <T extends Doc>(
      name: string,
      indexes: readonly Index[],
      fence?: Fence<T>,
    ): Promise<Collection<T>> => {
      refuseClosed();
      if (!/^[a-z][a-zA-Z0-9-]*$/.test(name)) throw new TypeError(`"${name}" cannot name a collection`);
      if (!readOnly) {
        await guarded(`prepare ${name}`, PREPARE_DEADLINE, () => prepare(name, indexes, fence ?? null));
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
    ping: async () => {
      refuseClosed();
      await guarded('answer', deadline, () => db.command({ ping: 1 }));
    },
    close: async () => {
      closed = true;
      await client.close();
    },
  };
};

/** An index on a filled collection takes its time; a server that fell silent must not hold a start for ever. */
const PREPARE_DEADLINE = 10 * MINUTE;
