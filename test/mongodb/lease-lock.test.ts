import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Collection, StoreUnavailable } from '../../adapters/store/collection.ts';
import { type LockDoc, withLock } from '../../adapters/store/mongodb/lease-lock.ts';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { TEST_URI } from './support/test-database.ts';
import { onDatabase } from './support/two-processes.ts';

/** A lease of 3 s is renewed every second, so a machine that stalls for two does not look like a dead holder. */
const TIMES = { lease: 3_000, patience: 60_000 };

const withLocks = (test: (locks: Collection<LockDoc>, uri: string) => Promise<void>) =>
  onDatabase(async ({ uri }) => {
    const database = await openMongo(uri);
    try {
      await test(await database.collection<LockDoc>('locks', []), uri);
    } finally {
      await database.close();
    }
  });

if (TEST_URI !== null) {
  describe('the start lock on MongoDB', () => {
    it('admits one holder at a time, and everybody eventually', () =>
      withLocks(async (locks) => {
        let inside = 0;
        let done = 0;
        const work = async (): Promise<void> => {
          inside += 1;
          assert.equal(inside, 1);
          await sleep(20);
          inside -= 1;
          done += 1;
        };
        await Promise.all(Array.from({ length: 8 }, () => withLock(locks, 'start', work, TIMES)));
        assert.equal(done, 8);
        assert.deepEqual(await locks.find({}), []);
      }));

    it('stays with a holder that works longer than a lease; others fail when their patience runs out', () =>
      withLocks(async (locks) => {
        let finish = (): void => undefined;
        const finished = new Promise<void>((done) => {
          finish = done;
        });
        let entered = (): void => undefined;
        const inside = new Promise<void>((done) => {
          entered = done;
        });
        const long = withLock(
          locks,
          'start',
          async () => {
            entered();
            await finished;
          },
          TIMES,
        );
        await inside;
        const impatient = withLock(locks, 'start', async () => assert.fail('the lock was given away'), {
          ...TIMES,
          patience: TIMES.lease * 2,
        });
        try {
          await assert.rejects(impatient, StoreUnavailable);
        } finally {
          finish();
          await long;
        }
      }));

    it('is released when the work fails', () =>
      withLocks(async (locks) => {
        await assert.rejects(
          withLock(locks, 'start', () => Promise.reject(new Error('no')), TIMES),
          /no/,
        );
        assert.equal(await withLock(locks, 'start', async () => 'in', TIMES), 'in');
      }));

    it('passes from a dead process once its lease has run out', () =>
      withLocks(async (locks, uri) => {
        const child = spawn(
          process.execPath,
          ['--import', 'tsx', fileURLToPath(new URL('./support/lock-child.ts', import.meta.url)), uri],
          {
            stdio: ['ignore', 'pipe', 'inherit'],
          },
        );
        const ended = once(child, 'close');
        await once(child.stdout, 'data');
        const [held] = await locks.find({});
        child.kill('SIGKILL');
        await ended;
        const heir = withLock(locks, 'start', async () => new Date(), TIMES);
        assert.ok(held !== undefined && (await heir) >= held.until);
      }));
  });
}
