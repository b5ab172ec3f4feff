import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DAY, MINUTE, SECOND } from '../../../bot/time/units.ts';
import { type Collection, type Database, type Doc, type Index, type Members, StoreUnavailable } from '../collection.ts';
import { NEWER, WrongStore } from '../mark-store.ts';
import { PROCESSES } from './prepare-collection.ts';

// Processes of different versions meet on one store during an upgrade. Whoever writes holds a lease in `processes`
// under its version. A newer process announces its version in the store's mark, and migrates only when no lease of an
// older one is left: until then the old processes finish and store what they have begun. A process without a lease
// neither reads nor writes. So no document is ever read or written in a form older than the store's.

/** A process that has the store open, and until when unless it renews. `version`: of the documents it writes. */
type ProcessDoc = { _id: string; version: number; until: Date };
/** `next`: a newer process is about to bring the store to this version. */
type Mark = { _id: string; version?: number; next?: number };

/** In milliseconds. */
export type SharingTimes = {
  lease: number;
  renewal: number;
  /** How long before the lease ends the process stops using it: longer than one request may take. */
  margin: number;
  /** How long a newer process waits for older ones to stop. */
  patience: number;
};

/** @param deadline the longest that one request may take, in milliseconds */
export const sharingTimes = (deadline: number): SharingTimes => ({
  lease: deadline + 15 * SECOND,
  renewal: 3 * SECOND,
  margin: deadline + 3 * SECOND,
  patience: 5 * MINUTE,
});
const POLL_MS = 100;

export const PROCESS_INDEXES: readonly Index[] = [{ fields: { until: 1 } }];

export type UnsharedDatabase = Omit<Database, 'members'>;

/** Adds to an open database what several processes of different versions need to share it. */
export const shareStore = (raw: UnsharedDatabase, times: SharingTimes): Database => {
  const { members, admit, leave } = joinProcesses(raw, times);
  return {
    ...raw,
    members,
    collection: async (name, indexes, fence) => admitting(await raw.collection(name, indexes, fence), admit),
    ping: async () => {
      await admit();
      await raw.ping();
    },
    close: async () => {
      await leave();
      await raw.close();
    },
  };
};

const admitting = <T extends Doc>(collection: Collection<T>, admit: () => Promise<void>): Collection<T> => {
  const once =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      await admit();
      return work(...args);
    };
  return {
    insert: once((doc) => collection.insert(doc)),
    update: once((filter, update) => collection.update(filter, update)),
    updateAndGet: once((filter, update) => collection.updateAndGet(filter, update)),
    get: once((id) => collection.get(id)),
    find: once((filter, options) => collection.find(filter, options)),
    count: once((filter) => collection.count(filter)),
    remove: once((filter) => collection.remove(filter)),
  };
};

type Joined = { version: number; processes: Collection<ProcessDoc>; marks: Collection<Mark>; timer: NodeJS.Timeout };

const joinProcesses = (
  database: Pick<Database, 'collection'>,
  { lease, renewal, margin, patience }: SharingTimes,
): { members: Members; admit(): Promise<void>; leave(): Promise<void> } => {
  const _id = randomUUID();
  let joined: Joined | null = null;
  let usableUntil = 0;
  let renewing: Promise<void> | null = null;
  let isOvertaken = false;
  let isShutOut = false;
  const listeners: (() => void)[] = [];

  const open = async () => ({
    processes: await database.collection<ProcessDoc>(PROCESSES, PROCESS_INDEXES),
    marks: await database.collection<Mark>('meta', []),
  });

  /** Writes the lease first and reads the mark afterwards; a newer process does the reverse. One of them sees the other. */
  const renew = async ({ version, processes, marks }: Joined): Promise<void> => {
    const began = Date.now();
    const until = new Date(began + lease);
    const wasHeld = await processes.update({ _id, until: { $gt: new Date(began) } }, { $set: { version, until } });
    if (!wasHeld && !(await processes.insert({ _id, version, until })))
      await processes.update({ _id }, { $set: { version, until } });
    const mark = await marks.get('store');
    const isMigrated = (mark?.version ?? 0) > version;
    const isAnnounced = (mark?.next ?? 0) > version;
    // While the lease lapsed, the newer process may have begun.
    if (isMigrated || (isAnnounced && !wasHeld)) await shutOut(processes);
    else usableUntil = began + lease - margin;
    if ((isMigrated || isAnnounced) && !isOvertaken) {
      isOvertaken = true;
      for (const listener of listeners) listener();
    }
  };

  const shutOut = async (processes: Collection<ProcessDoc>): Promise<void> => {
    isShutOut = true;
    usableUntil = 0;
    clearInterval(joined?.timer);
    await processes.remove({ _id });
  };

  const renewOnce = (of: Joined): Promise<void> => {
    renewing ??= renew(of).finally(() => {
      renewing = null;
    });
    return renewing;
  };

  const admit = async (): Promise<void> => {
    if (joined === null || Date.now() < usableUntil) return;
    if (!isShutOut) await renewOnce(joined);
    if (isShutOut) throw new StoreUnavailable(OVERTAKEN);
  };

  const join = async (version: number): Promise<void> => {
    clearInterval(joined?.timer);
    const { processes, marks } = await open();
    // What processes left behind that were killed.
    await processes.remove({ until: { $lt: new Date(Date.now() - DAY) } });
    // A failed renewal is followed by the next; without any, requests are refused until the store answers again.
    const timer = setInterval(() => void (joined && renewOnce(joined).catch(() => undefined)), renewal);
    joined = { version, processes, marks, timer };
    await renewOnce(joined);
    if (isShutOut) throw new WrongStore(NEWER);
  };

  const outlast = async (version: number): Promise<void> => {
    const { processes, marks } = await open();
    await marks.update({ _id: 'store' }, { $max: { next: version } });
    const deadline = Date.now() + patience;
    for (;;) {
      const alive = await processes.find({ until: { $gt: new Date() } });
      if (!alive.some((other) => other._id !== _id && other.version < version)) return;
      if (Date.now() > deadline) {
        await marks.update({ _id: 'store', next: version }, { $unset: { next: true } });
        throw new WrongStore(STILL_RUNNING);
      }
      await sleep(POLL_MS);
    }
  };

  return {
    members: {
      join,
      outlast,
      onOvertaken: (listener) => {
        if (isOvertaken) listener();
        else listeners.push(listener);
      },
    },
    admit,
    leave: async () => {
      if (joined === null) return;
      const { processes, timer } = joined;
      joined = null;
      clearInterval(timer);
      await renewing?.catch(() => undefined);
      // If this fails, the lease ends by itself.
      await processes.remove({ _id }).catch(() => undefined);
    },
  };
};

const OVERTAKEN = 'a newer version of Sammen has taken this store over; this process stops';
const STILL_RUNNING =
  'an older Sammen still uses this store and does not stop. Stop it, then start this version again; nothing was changed.';
