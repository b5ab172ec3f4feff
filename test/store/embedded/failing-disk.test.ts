import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sinon from 'sinon';
import { type Collection, type Database, StoreUnavailable } from '../../../adapters/store/collection.ts';
import { openLog } from '../../../adapters/store/embedded/append-log.ts';
import { type Disk, realDisk } from '../../../adapters/store/embedded/disk.ts';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { eventually } from '../../support/processes/sandbox.ts';
import { inTempFolder } from './temp-folder.ts';

type Case = { _id: string; n?: number };
type Faulty = { disk: sinon.SinonStubbedInstance<Disk>; db: Database; cases: Collection<Case>; folder: string };

const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
const broken = Object.assign(new Error('input/output error'), { code: 'EIO' });

const withFaulty = (test: (faulty: Faulty) => Promise<void>) => () =>
  inTempFolder(async (folder) => {
    const disk = sinon.stub({ ...realDisk });
    disk.append.callsFake(realDisk.append);
    disk.flush.callsFake(realDisk.flush);
    disk.replace.callsFake(realDisk.replace);
    const db = await openEmbedded(folder, disk);
    const cases = await db.collection<Case>('cases', []);
    await cases.insert({ _id: 'kept', n: 1 });
    try {
      await test({ disk, db, cases, folder });
    } finally {
      await db.close();
    }
  });

// The engine tries to reload at most once a second.
const untilItTriesAgain = () => sleep(1050);

describe('the embedded store on a failing disk', () => {
  it(
    'refuses the write, discards it, and continues when the disk recovers',
    withFaulty(async ({ disk, db, cases }) => {
      disk.append.onSecondCall().callsFake(async (handle, bytes) => {
        await realDisk.append(handle, bytes.subarray(0, 9));
        throw full;
      });
      await assert.rejects(cases.insert({ _id: 'lost' }), {
        name: 'StoreUnavailable',
        message: /its disk is full\. Free some space\./,
      });
      await db.ping();
      assert.equal(await cases.get('lost'), null);
      assert.equal(await cases.insert({ _id: 'lost' }), true);
      assert.equal(await cases.count({}), 2);
    }),
  );

  it(
    'refuses all reads and writes made while the disk failed',
    withFaulty(async ({ disk, cases }) => {
      disk.flush.onSecondCall().rejects(broken);
      const answers = await Promise.allSettled([
        cases.insert({ _id: 'x' }),
        cases.update({ _id: 'kept' }, { $inc: { n: 1 } }),
        cases.updateAndGet({ _id: 'kept', n: 2 }, { $inc: { n: 1 } }),
        cases.insert({ _id: 'x' }),
        sleep(0).then(() => cases.get('x')),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).slice(0, 4), Array(4).fill('rejected'));
      for (const answer of answers)
        if (answer.status === 'rejected') assert.ok(answer.reason instanceof StoreUnavailable);
    }),
  );

  it(
    'shows no write to a reader before it is on the disk',
    withFaulty(async ({ disk, cases }) => {
      let fail = (): void => undefined;
      disk.flush.onSecondCall().callsFake(
        () =>
          new Promise((_, reject) => {
            fail = () => reject(broken);
          }),
      );
      const write = cases.update({ _id: 'kept' }, { $set: { n: 2 } });
      await eventually('the flush', async () => (disk.flush.callCount === 2 ? true : null));
      const seen: unknown[] = [];
      const reads = [cases.get('kept'), cases.count({ n: 2 }), cases.insert({ _id: 'kept' })].map((read) =>
        read.then(
          (answer) => seen.push(answer),
          (error: unknown) => error,
        ),
      );
      await sleep(30);
      assert.deepEqual(seen, []);
      fail();
      await assert.rejects(write, StoreUnavailable);
      for (const error of await Promise.all(reads)) assert.ok(error instanceof StoreUnavailable);
    }),
  );

  it(
    'stays unavailable while the disk fails, however often it is called, and then has lost nothing',
    withFaulty(async ({ disk, db, cases, folder }) => {
      disk.append.rejects(full);
      disk.replace.rejects(full);
      await assert.rejects(cases.update({ _id: 'kept' }, { $set: { n: 2 } }), StoreUnavailable);
      for (const ask of [
        () => db.ping(),
        () => cases.get('kept'),
        () => cases.insert({ _id: 'x' }),
        () => cases.count({}),
      ]) {
        await assert.rejects(ask(), StoreUnavailable);
      }
      assert.equal(disk.replace.callCount, 2, 'one for the start, one to mend');
      assert.equal(await readFile(join(folder, 'cases.db'), 'utf8'), '{"_id":"kept","n":1}\n');
      disk.append.callsFake(realDisk.append);
      disk.replace.callsFake(realDisk.replace);
      await untilItTriesAgain();
      assert.deepEqual(await cases.find({}), [{ _id: 'kept', n: 1 }]);
      await db.ping();
    }),
  );

  it(
    'keeps its unique indexes when it reloads',
    withFaulty(async ({ disk, db }) => {
      const people = await db.collection<Case>('people', [{ fields: { n: 1 }, unique: true }]);
      await people.insert({ _id: 'a', n: 1 });
      disk.flush.onThirdCall().rejects(broken);
      await assert.rejects(people.insert({ _id: 'b', n: 2 }), StoreUnavailable);
      assert.equal(await people.insert({ _id: 'c', n: 1 }), false);
    }),
  );

  it(
    'reports that it cannot create a collection, and creates it later',
    withFaulty(async ({ disk, db }) => {
      disk.replace.rejects(full);
      await assert.rejects(db.collection('people', []), StoreUnavailable);
      disk.replace.callsFake(realDisk.replace);
      assert.equal(await (await db.collection('people', [])).insert({ _id: 'a' }), true);
    }),
  );

  it('refuses to open and releases the folder when a file cannot be rewritten', () =>
    inTempFolder(async (folder) => {
      await writeFile(join(folder, 'cases.db'), '{"_id":"a"}\n');
      await assert.rejects(
        openEmbedded(folder, { ...realDisk, replace: sinon.stub().rejects(full) }),
        /The disk of .* is full\. Free some space/,
      );
      const db = await openEmbedded(folder);
      assert.equal(await (await db.collection('cases', [])).count({}), 1);
      await db.close();
    }));
});

describe('the end of a datafile', () => {
  const countingDisk = () => ({ ...realDisk, flush: sinon.spy(realDisk.flush), replace: sinon.spy(realDisk.replace) });

  it('shares one datasync among all waiting writes', () =>
    inTempFolder(async (folder) => {
      const disk = countingDisk();
      const log = await openLog(join(folder, 'x.db'), disk, () => []);
      for (let n = 0; n < 100; n += 1) {
        log.append(`{"_id":"${n}"}\n`);
        await null;
      }
      await log.settled();
      assert.ok(disk.flush.callCount <= 3, `${disk.flush.callCount} for 100 lines`);
      await log.close();
      assert.equal((await readFile(join(folder, 'x.db'), 'utf8')).split('\n').length, 101);
    }));

  it('rewrites the file when it has grown, and continues to append to the new one', () =>
    inTempFolder(async (folder) => {
      const disk = countingDisk();
      let n = 0;
      const file = join(folder, 'x.db');
      const log = await openLog(file, disk, () => [{ _id: 'a', n }], 200);
      while (n < 500) {
        n += 1;
        log.append(`{"_id":"a","n":${n}}\n`);
        if (n % 3 === 0) await log.settled();
      }
      await log.close();
      assert.ok(disk.replace.callCount > 10);
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
      assert.ok(lines.length < 100);
      assert.equal(lines.at(-1), '{"_id":"a","n":500}');
    }));
});
