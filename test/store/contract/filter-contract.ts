import assert from 'node:assert/strict';
import type { Collection, Doc, Filter, FindOptions, Index } from '../../../adapters/store/collection.ts';

export type ContractDoc = Doc & Record<string, unknown>;
export type Filled = (docs: readonly ContractDoc[], indexes?: readonly Index[]) => Promise<Collection<ContractDoc>>;

const noon = new Date('2026-11-23T12:00:00Z');
const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);

const DOCS: readonly ContractDoc[] = [
  { _id: 'a', n: 1, at: noon, state: 'waiting', tags: ['x', 'y'], owes: [{ id: '1', due: noon, to: { id: 'p' } }] },
  { _id: 'b', n: 2, at: later(1), state: 'active', tags: ['y'], owes: [{ id: '2', due: later(9) }, { id: '3' }] },
  { _id: 'c', n: 10, at: later(2), state: 'active', tags: [], owes: [], who: { id: 'p', unit: { name: 'Børn' } } },
  { _id: 'd', n: -1, state: 'closed', at: null, scores: [1, 9] },
  { _id: 'e', state: 'CLOSED', n: '2', who: { id: 'q' }, tags: 'x', scores: [[3], 5] },
];

// A filter and the ids it finds; each runs without indexes and with one on every field.
const FILTERS: readonly (readonly [Filter<ContractDoc>, string])[] = [
  [{}, 'abcde'],
  [{ _id: 'c' }, 'c'],
  [{ _id: { $in: ['a', 'e', 'none'] } }, 'ae'],
  [{ _id: { $in: [] } }, ''],
  [{ _id: { $gt: 'b', $lte: 'd' } }, 'cd'],
  [{ state: 'active' }, 'bc'],
  [{ state: 'active', n: 10 }, 'c'],
  [{ state: { $ne: 'active' } }, 'ade'],
  [{ state: { $in: ['waiting', 'closed'] } }, 'ad'],
  [{ n: 2 }, 'b'],
  [{ n: { $gt: 1 } }, 'bc'],
  [{ n: { $gte: 1, $lt: 10 } }, 'ab'],
  [{ n: { $lt: 0 } }, 'd'],
  [{ n: { $lte: '3' } }, 'e'],
  [{ n: { $ne: 2 } }, 'acde'],
  [{ at: noon }, 'a'],
  [{ at: { $lt: later(1) } }, 'a'],
  [{ at: { $lte: later(1) } }, 'ab'],
  [{ at: { $gt: noon, $lt: later(2) } }, 'b'],
  [{ at: { $in: [noon, later(2)] } }, 'ac'],
  [{ at: { $exists: false } }, 'e'],
  [{ at: { $exists: true } }, 'abcd'],
  [{ tags: 'x' }, 'ae'],
  [{ tags: { $in: ['x', 'y'] } }, 'abe'],
  [{ tags: { $ne: 'x' } }, 'bcd'],
  [{ tags: { $exists: true } }, 'abce'],
  [{ tags: { $exists: false } }, 'd'],
  [{ tags: ['y'] }, 'b'],
  [{ tags: [] }, 'c'],
  [{ 'tags.1': 'y' }, 'a'],
  [{ 'owes.0': { $exists: true } }, 'ab'],
  [{ 'owes.0': { $exists: false } }, 'cde'],
  [{ 'owes.id': '3' }, 'b'],
  [{ 'owes.1.id': '3' }, 'b'],
  [{ 'owes.id': { $in: ['1', '2'] } }, 'ab'],
  [{ 'owes.id': { $ne: '3' } }, 'acde'],
  [{ 'owes.due': { $lt: later(5) } }, 'a'],
  [{ 'owes.due': { $exists: true } }, 'ab'],
  [{ 'owes.due': { $exists: false } }, 'cde'],
  [{ 'owes.to.id': 'p' }, 'a'],
  [{ owes: { $elemMatch: { id: '2', due: { $gt: noon } } } }, 'b'],
  [{ owes: { $elemMatch: { id: '3', due: { $gt: noon } } } }, ''],
  [{ owes: { $elemMatch: { due: { $exists: false } } } }, 'b'],
  [{ owes: { $elemMatch: { $or: [{ id: '1' }, { id: '3' }] } } }, 'ab'],
  [{ scores: { $elemMatch: { $gt: 1, $lt: 9 } } }, 'e'],
  [{ scores: { $gt: 2, $lt: 8 } }, 'de'],
  [{ scores: 5 }, 'e'],
  [{ 'who.id': 'p' }, 'c'],
  [{ 'who.unit.name': 'Børn' }, 'c'],
  [{ 'who.unit.name': { $exists: false } }, 'abde'],
  [{ who: { id: 'q' } }, 'e'],
  [{ $or: [{ state: 'waiting' }, { n: 10 }] }, 'ac'],
  [{ $or: [{ at: { $exists: false } }, { at: { $lt: later(1) } }] }, 'ae'],
  [{ tags: 'y', $or: [{ n: 1 }, { 'who.id': 'q' }] }, 'a'],
];

const INDEXES: readonly Index[] = [
  ...['state', 'n', 'at', 'tags', 'owes.id', 'owes.due', 'scores', 'who.id'].map((field) => ({
    fields: { [field]: 1 as const },
  })),
  { fields: { state: 1, n: 1 } },
  { fields: { tags: 1, n: 1 } },
  { fields: { 'owes.to.id': 1 }, sparse: true },
];

const SELECTIONS: readonly (readonly [string, FindOptions<ContractDoc>, unknown])[] = [
  ['ascending, another type after', { sort: { n: 1 }, fields: [] }, ['d', 'a', 'b', 'c', 'e']],
  ['descending', { sort: { _id: -1 }, fields: [] }, ['e', 'd', 'c', 'b', 'a']],
  ['missing and null first', { sort: { at: 1, _id: 1 }, fields: [] }, ['d', 'e', 'a', 'b', 'c']],
  ['missing and null last when descending', { sort: { at: -1, _id: -1 }, fields: [] }, ['c', 'b', 'a', 'e', 'd']],
  ['by two fields, one of them nested', { sort: { 'who.id': -1, n: 1 }, fields: [] }, ['e', 'c', 'd', 'a', 'b']],
  ['after the sort, the limit', { sort: { n: 1 }, limit: 2, fields: [] }, ['d', 'a']],
];

export const filterContract = (filled: Filled, differs: (name: string) => boolean): void => {
  for (const indexes of [[], INDEXES]) {
    describe(indexes.length === 0 ? 'filters' : 'filters with indexes', () => {
      let cases: Collection<ContractDoc>;
      before(async () => {
        cases = await filled(DOCS, indexes);
      });

      for (const [filter, ids] of FILTERS) {
        it(`find "${ids}" by ${JSON.stringify(filter)}`, async function () {
          if (differs(JSON.stringify(filter))) this.skip();
          const found = await cases.find(filter);
          assert.equal(
            found
              .map(({ _id }) => _id)
              .sort()
              .join(''),
            ids,
          );
          assert.equal(await cases.count(filter), ids.length);
          for (const doc of found)
            assert.deepEqual(
              doc,
              DOCS.find(({ _id }) => _id === doc._id),
            );
        });
      }

      for (const [name, options, ids] of SELECTIONS) {
        it(`sort ${name}`, async () => {
          assert.deepEqual(
            (await cases.find({}, options)).map(({ _id }) => _id),
            ids,
          );
        });
      }

      it('return the requested fields, also within arrays, and always _id', async () => {
        const fields = ['n', 'owes.id', 'who.unit.name', 'none'];
        const sort = { _id: 1 } as const;
        assert.deepEqual(await cases.find({ _id: { $in: ['b', 'c', 'd'] } }, { fields, sort }), [
          { _id: 'b', n: 2, owes: [{ id: '2' }, { id: '3' }] },
          { _id: 'c', n: 10, owes: [], who: { unit: { name: 'Børn' } } },
          { _id: 'd', n: -1 },
        ]);
        assert.deepEqual(await cases.find({ _id: 'b' }, { fields: [] }), [{ _id: 'b' }]);
      });

      it('limit without a sort', async () => {
        assert.equal((await cases.find({ state: 'active' }, { limit: 1 })).length, 1);
      });
    });
  }

  it('refuses a filter that the engines would interpret differently', async () => {
    const cases = await filled(DOCS);
    const foreign: Filter<ContractDoc>[] = [
      { at: null },
      { at: undefined },
      { at: { $ne: null } },
      { n: { $in: [1, null] } },
    ];
    for (const filter of [...foreign, { n: { $mod: [2, 0] } }, { $where: 'true' }]) {
      await assert.rejects(cases.find(filter), TypeError);
      await assert.rejects(cases.update(filter, { $set: { n: 1 } }), TypeError);
      await assert.rejects(cases.remove(filter), TypeError);
    }
    assert.equal(await cases.count({}), DOCS.length);
  });
};
