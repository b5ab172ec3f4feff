import assert from 'node:assert/strict';
import sinon from 'sinon';
import { type Database, StoreUnavailable } from '../../../adapters/store/collection.ts';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { markStore, WrongStore } from '../../../adapters/store/mark-store.ts';
import type { Migration } from '../../../adapters/store/migrations.ts';
import { shareStore, type UnsharedDatabase } from '../../../adapters/store/mongodb/shared-store.ts';
import { tempFolder } from '../../support/processes/temp-folder.ts';

type Word = { _id: string; form: number };

const TIMES = { lease: 20_000, renewal: 3_000, margin: 8_000, patience: 300_000 };

/** What the older version knows. */
const OLD: Migration[] = [{ to: 2, run: async () => undefined }];

/** Several processes on one store, each with a connection of its own. Time passes only when a test says so. */
describe('a store shared by processes of different versions', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let base: Database;
  let clock: sinon.SinonFakeTimers;
  let migrated: number[];
  beforeEach(async () => {
    folder = await tempFolder();
    base = await openEmbedded(folder.path);
    migrated = [];
    clock = sinon.useFakeTimers({ now: 1_790_000_000_000, toFake: ['Date', 'setInterval', 'clearInterval'] });
  });
  afterEach(async () => {
    clock.restore();
    await base.close();
    await folder.remove();
  });

  /** The newer version: every word gets the new form. */
  const NEW: Migration[] = [
    ...OLD,
    {
      to: 3,
      run: async (database) => {
        const all = await words(database);
        for (const { _id } of await all.find({ form: 2 })) await all.update({ _id }, { $set: { form: 3 } });
        migrated.push(3);
      },
    },
  ];
  const connect = (over: Partial<UnsharedDatabase> = {}, times = TIMES): Database =>
    shareStore({ ...base, close: async () => undefined, ...over }, times);
  const words = (database: Pick<Database, 'collection'>) => database.collection<Word>('words', []);
  const processes = () => base.collection<{ _id: string; until: Date }>('processes', []);
  const mark = async () => base.collection<{ _id: string; version: number; next?: number }>('meta', []);
  const stored = async () => (await (await words(base)).find({}, { sort: { _id: 1 } })).map(({ form }) => form);

  /** A running process of the older version. */
  const startOld = async (over: Partial<UnsharedDatabase> = {}) => {
    const database = connect(over);
    await markStore(database, 'real', OLD);
    const told = new Promise<void>((tell) => database.members.onOvertaken(tell));
    return { database, words: await words(database), told };
  };
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await new Promise((later) => setImmediate(later));
  };
  /** Lets every running process renew its lease. */
  const renew = async () => {
    clock.tick(TIMES.renewal);
    const renewed = Date.now() + TIMES.lease;
    await until(async () => (await (await processes()).find({})).every((lease) => lease.until.getTime() === renewed));
  };
  const isAnnounced = async () => (await (await mark()).get('store'))?.next === 3;
  /** Time passes, but no process does anything: all are stalled, or dead. */
  const stall = (milliseconds: number) => clock.setSystemTime(Date.now() + milliseconds);
  const refused = (work: Promise<unknown>) =>
    assert.rejects(work, (error) => error instanceof StoreUnavailable && /newer version/.test(error.message));

  it('is migrated at once when nobody else is there, and forgets who left', async () => {
    const database = connect();
    await markStore(database, 'real', OLD);
    await markStore(database, 'real', NEW);
    assert.deepEqual(migrated, [3]);
    await (await words(database)).insert({ _id: 'a', form: 3 });
    await database.close();
    assert.equal(await (await processes()).count({}), 0);
  });

  it('tells the older process to stop, and is migrated only after that has stored what it had begun', async () => {
    const old = await startOld();
    await old.words.insert({ _id: 'a', form: 2 });
    const upgrade = markStore(connect(), 'real', NEW);
    await until(isAnnounced);
    await renew();
    await old.told;
    await renew();
    await old.words.insert({ _id: 'b', form: 2 });
    assert.deepEqual(migrated, []);
    await old.database.close();
    await upgrade;
    assert.deepEqual([migrated, await stored()], [[3], [3, 3]]);
  });

  it('is migrated when the lease of a killed process has ended', async () => {
    const killed = await startOld();
    await killed.words.insert({ _id: 'a', form: 2 });
    const upgrade = markStore(connect(), 'real', NEW);
    await until(isAnnounced);
    assert.deepEqual(migrated, []);
    stall(TIMES.lease + 1);
    await upgrade;
    assert.deepEqual(await stored(), [3]);
  });

  it('refuses everything to a process that stalled while it was migrated, and tells that to stop', async () => {
    const old = await startOld();
    stall(TIMES.lease + 1);
    await markStore(connect(), 'real', NEW);
    await refused(old.words.insert({ _id: 'a', form: 2 }));
    await refused(old.words.update({ _id: 'a' }, { $set: { form: 2 } }));
    await refused(old.words.find({}));
    await refused(old.database.ping());
    await old.told;
    assert.deepEqual(await stored(), []);
  });

  it('refuses a process that stalled before the migration has begun, because it may begin at any moment', async () => {
    const old = await startOld();
    stall(TIMES.lease + 1);
    await (await mark()).update({ _id: 'store' }, { $set: { next: 3 } });
    await refused(old.words.insert({ _id: 'a', form: 2 }));
    await old.told;
    assert.equal(await (await processes()).count({}), 0);
  });

  it('tells a process whose store has become newer by other means', async () => {
    const old = await startOld();
    await (await mark()).update({ _id: 'store' }, { $set: { version: 3 } });
    clock.tick(TIMES.renewal);
    await old.told;
    await refused(old.words.find({}));
  });

  it('lets a process go on that could not reach it for longer than its lease', async () => {
    let isAway = false;
    const collection: Database['collection'] = async (name, indexes, fence) => {
      const reached = await base.collection(name, indexes, fence);
      return new Proxy(reached, {
        get: (target, key) => {
          if (isAway && key !== 'then') return () => Promise.reject(new StoreUnavailable('away'));
          const found = Reflect.get(target, key);
          return typeof found === 'function' ? found.bind(target) : found;
        },
      });
    };
    const process = await startOld({ collection });
    isAway = true;
    stall(TIMES.lease + 1);
    await assert.rejects(process.words.insert({ _id: 'a', form: 2 }), /away/);
    isAway = false;
    await process.words.insert({ _id: 'a', form: 2 });
    assert.deepEqual(await stored(), [2]);
  });

  it('stays as it is when the older process does not stop in time', async () => {
    const old = await startOld();
    const upgrade = markStore(connect({}, { ...TIMES, patience: 5_000 }), 'real', NEW);
    const failed = assert.rejects(
      upgrade,
      (error) => error instanceof WrongStore && /older Sammen/.test(error.message),
    );
    await until(isAnnounced);
    stall(5_001);
    await failed;
    await old.words.insert({ _id: 'a', form: 2 });
    await markStore(connect(), 'real', OLD);
    assert.deepEqual([migrated, await stored()], [[], [2]]);
  });

  it('refuses the older version once a newer one was announced', async () => {
    await (await startOld()).database.close();
    await (await mark()).update({ _id: 'store' }, { $set: { next: 3 } });
    for (const start of [(late: Database) => markStore(late, 'real', OLD), (late: Database) => late.members.join(2)])
      await assert.rejects(
        start(connect()),
        (error) => error instanceof WrongStore && /newer version/.test(error.message),
      );
    await markStore(connect(), 'real', NEW);
    assert.deepEqual(migrated, [3]);
  });
});
