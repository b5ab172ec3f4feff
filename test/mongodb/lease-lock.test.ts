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

/** Renewed every second, so that a machine that stands still for two does not look like a dead holder. */
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
  describe('the lock of a start on MongoDB', () => {
    it('lets one in at a time, and all in the end', () =>
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

    it('stays with who works longer than a lease, and others say so when their patience ends', () =>
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
        const impatient = withLock(locks, 'start', async () => assert.fail('it was let in'), {
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

    it('goes back when the work fails', () =>
      withLocks(async (locks) => {
        await assert.rejects(
          withLock(locks, 'start', () => Promise.reject(new Error('no')), TIMES),
          /no/,
        );
        assert.equal(await withLock(locks, 'start', async () => 'in', TIMES), 'in');
      }));

    it('is lost by a dead process', () =>
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
