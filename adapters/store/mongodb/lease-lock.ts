import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, SECOND } from '../../../bot/time/units.ts';
import { type Collection, StoreUnavailable } from '../collection.ts';

export type LockDoc = { _id: string; holder: string; until: Date };

export type LockTimes = {
  /** Milliseconds that a dead holder keeps others waiting. A live holder renews three times as often. */
  lease: number;
  /** Milliseconds to wait for a live holder. */
  patience: number;
};

const TIMES: LockTimes = { lease: 15 * SECOND, patience: 10 * MINUTE };
const POLL_MS = 100;

/** Runs `work` while this process holds the named lock: a document whose lease expires when its holder dies. */
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
    // The claim may have succeeded although its answer was lost: the next start should not wait for it.
    await release();
    throw error;
  }
  const renewal = setInterval(() => {
    // A failed renewal is followed by the next. If all fail, another process takes over, as it should.
    locks.update({ _id: name, holder }, { $set: { until: until() } }).catch(() => undefined);
  }, lease / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    // If the release fails, the lease expires by itself.
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
    // The driver may have retried our insert after a lost answer, and found the document we had just created.
    if ((await locks.get(name))?.holder === holder) return;
    if (Date.now() > deadline) {
      throw new StoreUnavailable(
        'another Sammen has held the start lock of this store for too long; check its log, then start again',
      );
    }
    await sleep(POLL_MS);
  }
};
