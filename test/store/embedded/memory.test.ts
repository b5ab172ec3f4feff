import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Filter as FilterOf } from '../../../adapters/store/collection.ts';
import { createMemory, type StoredDoc } from '../../../adapters/store/embedded/memory.ts';

type Filter = FilterOf<StoredDoc>;

const FIELDS = ['a', 'b', 'list', 'list.x', 'deep.a'] as const;

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('', 'x', 'y', true, false),
  fc.integer({ min: 0, max: 2 }).map((ms) => new Date(ms)),
);
const value = fc.oneof(scalar, fc.constant(null), fc.array(scalar, { maxLength: 3 }));
const fields = fc.record(
  {
    a: value,
    b: scalar,
    list: fc.array(fc.oneof(scalar, fc.record({ x: scalar }, { requiredKeys: [] })), { maxLength: 3 }),
    deep: fc.record({ a: value }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
const condition = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }).map(($in) => ({ $in })),
  fc
    .record({ $gt: scalar, $gte: scalar, $lt: scalar, $lte: scalar }, { requiredKeys: [] })
    .filter((c) => Object.keys(c).length > 0),
  scalar.map(($ne) => ({ $ne })),
  fc.boolean().map(($exists) => ({ $exists })),
  scalar.map(($gte) => ({ $elemMatch: { $gte } })),
);
const filter: fc.Arbitrary<Filter> = fc.dictionary(fc.constantFrom<string>(...FIELDS), condition, { maxKeys: 3 });

describe('the indexes of the embedded store', () => {
  it('change the speed of a filter, never its result', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fields, { maxLength: 8 }),
        fc.array(filter, { minLength: 1, maxLength: 5 }),
        async (docs, filters) => {
          const documents = docs.map((doc, n) => ({ ...doc, _id: String(n) }));
          const bare = await createMemory(documents, [], 'bare');
          const indexed = await createMemory(
            documents,
            FIELDS.map((field) => ({ fields: { [field]: 1 } })),
            'indexed',
          );
          const ids = async (memory: typeof bare, by: Filter) =>
            (await memory.matching(by)).map(({ _id }) => _id).sort();
          for (const by of filters) assert.deepEqual(await ids(indexed, by), await ids(bare, by));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('find documents by a range of ids, including changes since the last query', async () => {
    const memory = await createMemory([{ _id: 'c' }, { _id: 'a' }], [], 'ids');
    const beyond = (id: string) => memory.matching({ _id: { $gt: id } }).map(({ _id }) => _id);
    assert.deepEqual(beyond('a'), ['c']);
    assert.equal(memory.insert({ _id: 'b' }), true);
    assert.equal(memory.insert({ _id: 'c', again: true }), false);
    assert.deepEqual(beyond('a'), ['b', 'c']);
    memory.remove(memory.matching({ _id: 'c' }));
    assert.deepEqual(beyond(''), ['a', 'b']);
    assert.deepEqual(memory.matching({ _id: { $in: ['b', 'c', 'a'] } }), [{ _id: 'b' }, { _id: 'a' }]);
    assert.deepEqual([memory.byId('c'), memory.all().length], [undefined, 2]);
    assert.equal(memory.insert({ _id: 'c' }), true);
    assert.deepEqual(beyond('b'), ['c']);
  });

  it('find documents after many have changed, however many share a value', async () => {
    const word = fc.constantFrom('queued', 'due', 'sent');
    const shared = fc.constantFrom<unknown>('queued', 'due', 'sent', true, 7, null, new Date(0));
    const stored = fc.record({ a: shared, list: fc.uniqueArray(word, { maxLength: 2 }) }, { requiredKeys: ['list'] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(stored, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), stored), { maxLength: 30 }),
        async (docs, changes) => {
          const documents = docs.map((doc, n) => ({ ...doc, _id: String(n) }));
          const memory = await createMemory(documents, [{ fields: { a: 1 } }, { fields: { list: 1 } }], 'changing');
          for (const [n, to] of changes) {
            const document = memory.byId(String(n % docs.length));
            assert.ok(document);
            memory.change(document, { ...to, _id: document._id });
          }
          for (const wanted of ['queued', 'due', 'sent', true, 7]) {
            const ids = (by: Filter) => memory.matching(by).map(({ _id }) => _id);
            const isOf = (field: 'a' | 'list') =>
              memory
                .all()
                .filter((one) => [one[field]].flat().includes(wanted))
                .map(({ _id }) => _id);
            assert.deepEqual(ids({ a: wanted }).sort(), isOf('a').sort());
            assert.deepEqual(ids({ list: wanted }).sort(), isOf('list').sort());
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are followed where they lead to fewest documents, in whatever order a filter names them', async () => {
    const read = new Set<string>();
    const documents = Array.from({ length: 100 }, (_, n): StoredDoc => {
      const doc = { _id: String(n), agent: `a${n % 20}`, state: n % 2 === 0 ? 'active' : 'waiting' };
      return Object.defineProperty(doc, 'room', { enumerable: true, get: () => read.add(doc._id).size > 0 });
    });
    const fields = ['agent', 'state'].map((field) => ({ fields: { [field]: 1 as const } }));
    const memory = await createMemory(documents, fields, 'cases');
    for (const filter of [
      { room: true, agent: 'a3', state: 'waiting' },
      { room: true, state: 'waiting', agent: 'a3' },
    ] as Filter[]) {
      read.clear();
      assert.deepEqual(memory.matching(filter).length, 5);
      assert.deepEqual(
        [...read].map(Number).sort((a, b) => a - b),
        [3, 23, 43, 63, 83],
      );
    }
  });
});
