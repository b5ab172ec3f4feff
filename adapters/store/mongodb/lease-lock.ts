import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, SECOND } from '../../../bot/time/units.ts';
import { type Collection, StoreUnavailable } from '../collection.ts';

export type LockDoc = { _id: string; holder: string; until: Date };

export type LockTimes = {
  /** How long a dead holder keeps others waiting, in milliseconds. A living one renews three times as often. */
  lease: number;
  /** How long to wait for a living holder. */
  patience: number;
};

const TIMES: LockTimes = { lease: 15 * SECOND, patience: 10 * MINUTE };
const LOOK_AGAIN = 100;

/** Runs `work` while this process holds the lock of that name: a document that a dead process's lease runs out of. */
export const withLock = async <T>(
  locks: Collection<LockDoc>,
  name: string,
  work: () => Promise<T>,
  { lease, patience }: LockTimes = TIMES,
): Promise<T> => {
  const holder = randomUUID();
  const until = () => new Date(Date.now() + lease);
  const release = () => locks.remove({ _id: name, holder }).catch(() => undefined);
  try {
    await take(locks, name, holder, until, patience);
  } catch (error) {
    // A claim whose answer was lost may have been made: the next start should not wait for it.
    await release();
    throw error;
  }
  const renewal = setInterval(() => {
    // A renewal that fails is followed by the next; if none comes through, somebody else takes over, as they should.
    locks.update({ _id: name, holder }, { $set: { until: until() } }).catch(() => undefined);
  }, lease / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    // What cannot be given back runs out by itself.
    await release();
  }
};

const take = async (
  locks: Collection<LockDoc>,
  name: string,
  holder: string,
  until: () => Date,
  patience: number,
): Promise<void> => {
  const deadline = Date.now() + patience;
  for (;;) {
    if (await locks.insert({ _id: name, holder, until: until() })) return;
    const mine = { $set: { holder, until: until() } };
    if (await locks.update({ _id: name, until: { $lte: new Date() } }, mine)) return;
    // An insert that the driver repeated after a lost answer found our own document.
    if ((await locks.get(name))?.holder === holder) return;
    if (Date.now() > deadline) {
      throw new StoreUnavailable(
        'another Sammen has been preparing the store for long; look at its log, then start again',
      );
    }
    await sleep(LOOK_AGAIN);
  }
};
