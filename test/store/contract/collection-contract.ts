import assert from 'node:assert/strict';
import { type Collection, type Database, DuplicateKey, type Index } from '../../../adapters/store/collection.ts';
import { type ContractDoc, filterContract } from './filter-contract.ts';
import { updateContract } from './update-contract.ts';

export type OpenStore = () => Promise<{
  db: Database;
  reopen(): Promise<Database>;
  cleanup(): Promise<void>;
  /** Known differences between this server and MongoDB; our code must not depend on them. */
  differs?: ReadonlySet<string>;
}>;

const wins = (answers: readonly boolean[]): number => answers.filter((answer) => answer).length;

/** The contract of every store engine. Each test starts with an empty collection. */
export const collectionContract = (name: string, open: OpenStore): void => {
  describe(`collections of ${name}`, () => {
    let store: Awaited<ReturnType<OpenStore>>;
    let db: Database;
    let made = 0;
    const empty = (indexes: readonly Index[] = []): Promise<Collection<ContractDoc>> => {
      made += 1;
      return db.collection<ContractDoc>(`contract${made}`, indexes);
    };
    const filled = async (docs: readonly ContractDoc[], indexes: readonly Index[] = []) => {
      const collection = await empty(indexes);
      for (const doc of docs) assert.equal(await collection.insert(doc), true);
      return collection;
    };

    before(async () => {
      store = await open();
      db = store.db;
    });
    after(async () => {
      await db?.close();
      await store?.cleanup();
    });

    it('insert an _id once', async () => {
      const cases = await empty();
      assert.equal(await cases.insert({ _id: 'a', n: 1 }), true);
      assert.equal(await cases.insert({ _id: 'a', n: 2 }), false);
      assert.deepEqual(await cases.get('a'), { _id: 'a', n: 1 });
      assert.equal(await cases.get('b'), null);
    });

    it('let one of many concurrent inserts of an _id win', async () => {
      const cases = await empty();
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => cases.insert({ _id: 'a', n })));
      assert.equal(wins(answers), 1);
      assert.equal((await cases.get('a'))?.n, answers.indexOf(true));
    });

    it('store values unaltered: dates, nesting, null, empty arrays, all of Unicode', async () => {
      const doc = {
        _id: 'æøå 1',
        at: new Date('2026-11-23T08:00:00.123Z'),
        before: new Date(-1),
        list: [{ at: new Date(0), tags: [] }, null, 'x', 1.5, true],
        nothing: null,
        text: 'line\u2028\u2029\u0085\n\r\v\0"\\ 👩‍🏫 \uFEFF',
        deep: { deeper: { deepest: {} } },
      };
      const cases = await filled([doc]);
      assert.deepEqual(await cases.get('æøå 1'), doc);
    });

    it('drop undefined fields', async () => {
      const cases = await empty();
      await cases.insert({ _id: 'a', gone: undefined, deep: { gone: undefined } });
      await cases.update({ _id: 'a' }, { $set: { n: 1, also: undefined } });
      assert.deepEqual(await cases.get('a'), { _id: 'a', deep: {}, n: 1 });
    });

    it('copy documents on the way in and out', async () => {
      const tags = ['x'];
      const cases = await filled([{ _id: 'a', tags, deep: { n: 1 } }]);
      tags.push('mine');
      const first = await cases.updateAndGet({ _id: 'a' }, { $push: { tags: 'y' } });
      const [second] = await cases.find({});
      assert.ok(first !== null && second !== undefined);
      (first.tags as string[]).push('mine too');
      (second.deep as { n: number }).n = 2;
      assert.deepEqual(await cases.get('a'), { _id: 'a', tags: ['x', 'y'], deep: { n: 1 } });
    });

    it('update what matches, and report when nothing does', async () => {
      const cases = await filled([{ _id: 'a', rev: 1 }]);
      assert.equal(await cases.update({ _id: 'a', rev: 1 }, { $set: { state: 'active' }, $inc: { rev: 1 } }), true);
      assert.equal(await cases.update({ _id: 'a', rev: 1 }, { $set: { state: 'lost' }, $inc: { rev: 1 } }), false);
      assert.equal(await cases.update({ _id: 'b' }, { $set: { state: 'new' } }), false);
      assert.equal(await cases.updateAndGet({ _id: 'b' }, { $set: { state: 'new' } }), null);
      assert.deepEqual(await cases.find({}), [{ _id: 'a', rev: 2, state: 'active' }]);
    });

    it('return true for an update that matches and changes nothing', async () => {
      const cases = await filled([{ _id: 'a', n: 1 }]);
      assert.equal(await cases.update({ _id: 'a' }, { $set: { n: 1 } }), true);
    });

    it('update only one of several matches', async () => {
      const cases = await filled(['a', 'b', 'c'].map((_id) => ({ _id, kind: 'x' })));
      assert.equal(await cases.update({ kind: 'x' }, { $set: { kind: 'y' } }), true);
      assert.equal(await cases.count({ kind: 'x' }), 2);
    });

    it('let one of fifty claims win', async () => {
      const cases = await filled([{ _id: 'a' }]);
      const claims = Array.from({ length: 50 }, (_, n) =>
        cases.updateAndGet({ _id: 'a', holder: { $exists: false } }, { $set: { holder: n } }),
      );
      const answers = await Promise.all(claims);
      assert.equal(answers.filter((answer) => answer !== null).length, 1);
      assert.equal(
        (await cases.get('a'))?.holder,
        answers.findIndex((answer) => answer !== null),
      );
    });

    it('give each of fifty jobs to exactly one of twenty workers', async () => {
      const jobs = Array.from({ length: 50 }, (_, n) => ({ _id: `job ${n}`, state: 'due' }));
      const queue = await filled(jobs, [{ fields: { state: 1, at: 1 } }]);
      const done: string[] = [];
      const work = async (): Promise<void> => {
        for (;;) {
          const job = await queue.updateAndGet({ state: 'due' }, { $set: { state: 'leased' } });
          if (job === null) return;
          done.push(job._id);
        }
      };
      await Promise.all(Array.from({ length: 20 }, work));
      assert.deepEqual(done.sort(), jobs.map(({ _id }) => _id).sort());
    });

    it('let one writer per revision win, and lose no update of writers who retry', async () => {
      const cases = await filled([{ _id: 'a', rev: 0, log: [] }]);
      const write = async (writer: number): Promise<void> => {
        for (;;) {
          const rev = (await cases.get('a'))?.rev;
          if (await cases.update({ _id: 'a', rev }, { $inc: { rev: 1 }, $push: { log: writer } })) return;
        }
      };
      await Promise.all(Array.from({ length: 10 }, (_, writer) => write(writer)));
      const after = await cases.get('a');
      assert.equal(after?.rev, 10);
      assert.deepEqual(
        ((after?.log ?? []) as number[]).sort((a, b) => a - b),
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      );
    });

    it('lose no increment', async () => {
      const cases = await filled([{ _id: 'a' }]);
      await Promise.all(Array.from({ length: 50 }, () => cases.update({ _id: 'a' }, { $inc: { n: 1 } })));
      assert.equal((await cases.get('a'))?.n, 50);
    });

    it('enforce a unique index', async () => {
      const people = await filled([{ _id: 'a', mail: 'x@y.dk' }], [{ fields: { mail: 1 }, unique: true }]);
      assert.equal(await people.insert({ _id: 'b', mail: 'x@y.dk' }), false);
      assert.equal(await people.insert({ _id: 'b', mail: 'z@y.dk' }), true);
      await assert.rejects(people.update({ _id: 'b' }, { $set: { mail: 'x@y.dk' } }), DuplicateKey);
      await assert.rejects(people.updateAndGet({ _id: 'b' }, { $set: { mail: 'x@y.dk' } }), DuplicateKey);
      assert.deepEqual(await people.get('b'), { _id: 'b', mail: 'z@y.dk' });
      assert.equal(await people.remove({ _id: 'a' }), 1);
      assert.equal(await people.get('a'), null);
      assert.equal(await people.update({ _id: 'a' }, { $set: { late: true } }), false);
      assert.equal(await people.update({ _id: 'b' }, { $set: { mail: 'x@y.dk' } }), true);
    });

    it('enforce a sparse unique index only among documents with the field', async () => {
      const index = { fields: { draft: 1 as const }, unique: true, sparse: true };
      const cases = await filled([{ _id: 'a' }, { _id: 'b' }, { _id: 'c', draft: 1 }], [index]);
      assert.equal(await cases.insert({ _id: 'd', draft: 1 }), false);
      await assert.rejects(cases.update({ _id: 'a' }, { $set: { draft: 1 } }), DuplicateKey);
      assert.equal(await cases.update({ _id: 'c' }, { $unset: { draft: true } }), true);
      assert.equal(await cases.update({ _id: 'a' }, { $set: { draft: 1 } }), true);
    });

    it('enforce a unique index over two fields', async () => {
      const index = { fields: { week: 1 as const, person: 1 as const }, unique: true };
      const runs = await filled([{ _id: 'a', week: '2026-W48', person: 'p' }], [index]);
      assert.equal(await runs.insert({ _id: 'b', week: '2026-W48', person: 'p' }), false);
      assert.equal(await runs.insert({ _id: 'c', week: '2026-W48', person: 'q' }), true);
      assert.deepEqual(await runs.find({ week: '2026-W48', person: 'q' }, { fields: [] }), [{ _id: 'c' }]);
    });

    it('remove what matches, and return how many', async () => {
      const cases = await filled([1, 2, 3, 4].map((n) => ({ _id: String(n), n })));
      assert.equal(await cases.remove({ n: { $gt: 2 } }), 2);
      assert.equal(await cases.remove({ n: { $gt: 2 } }), 0);
      assert.equal(await cases.insert({ _id: '3' }), true);
      assert.equal(await cases.count({}), 3);
    });

    it('are the same collection when opened twice', async () => {
      const first = await filled([{ _id: 'a' }]);
      const second = await db.collection<ContractDoc>(`contract${made}`, [{ fields: { n: 1 } }]);
      assert.equal(await second.insert({ _id: 'a' }), false);
      await second.insert({ _id: 'b' });
      assert.equal(await first.count({}), 2);
    });

    it('have everything after closing and reopening', async () => {
      const indexes = [{ fields: { mail: 1 as const }, unique: true }];
      const people = await filled(
        Array.from({ length: 20 }, (_, n) => ({ _id: `p${n}`, mail: `${n}@y.dk`, at: new Date(n) })),
        indexes,
      );
      await people.remove({ _id: { $in: ['p1', 'p2'] } });
      await people.insert({ _id: 'p1', mail: 'again@y.dk' });
      await people.update({ _id: 'p3' }, { $set: { 'deep.at': new Date(7) }, $unset: { mail: true } });
      const found = await people.find({}, { sort: { _id: 1 } });
      db = await store.reopen();
      await db.ping();
      const again = await db.collection<ContractDoc>(`contract${made}`, indexes);
      assert.deepEqual(await again.find({}, { sort: { _id: 1 } }), found);
      assert.equal(found.length, 19);
      assert.equal(await again.insert({ _id: 'new', mail: '0@y.dk' }), false);
    });

    const differs = (name: string): boolean => store.differs?.has(name) ?? false;
    filterContract(filled, differs);
    updateContract(filled, differs);
  });
};
