import assert from 'node:assert/strict';
import type { Update } from '../../../adapters/store/collection.ts';
import type { ContractDoc, Filled } from './filter-contract.ts';

const noon = new Date('2026-11-23T12:00:00Z');

type Fields = Record<string, unknown>;

// A name, the document before, the update, and the document afterwards (all without `_id`).
const UPDATES: readonly (readonly [string, Fields, Update<ContractDoc>, Fields])[] = [
  ['sets a nested field', { a: { b: 1 } }, { $set: { 'a.c': 2 } }, { a: { b: 1, c: 2 } }],
  ['makes the way to a nested field', {}, { $set: { 'a.b.c': 2 } }, { a: { b: { c: 2 } } }],
  ['sets a whole object', { a: { b: 1 } }, { $set: { a: { c: noon } } }, { a: { c: noon } }],
  ['sets null', { a: 1 }, { $set: { a: null } }, { a: null }],
  ['sets within an element of an array', { a: [{ b: 1 }, {}] }, { $set: { 'a.1.b': 2 } }, { a: [{ b: 1 }, { b: 2 }] }],
  ['sets under a number as a name', { bins: {} }, { $inc: { 'bins.3': 1 } }, { bins: { 3: 1 } }],
  ['unsets', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: true, 'b.c': true } }, { b: { d: 2 } }],
  ['unsets what is not there', { a: 1, n: null }, { $unset: { b: true, 'c.d': true, 'n.x': true } }, { a: 1, n: null }],
  ['increments what is not there', { a: 1 }, { $inc: { a: -2, b: 3, 'c.d': 1 } }, { a: -1, b: 3, c: { d: 1 } }],
  ['pushes', { a: [1] }, { $push: { a: { b: noon } } }, { a: [1, { b: noon }] }],
  ['pushes an array as one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  ['pushes to what is not there', {}, { $push: { a: 1, 'b.c': 2 } }, { a: [1], b: { c: [2] } }],
  ['pushes each', { a: [1] }, { $push: { a: { $each: [2, { b: 3 }] } } }, { a: [1, 2, { b: 3 }] }],
  ['makes nothing when it pushes none', {}, { $push: { a: { $each: [] } } }, {}],
  ['pushes none beside another change', { a: [1] }, { $push: { a: { $each: [] } }, $inc: { n: 1 } }, { a: [1], n: 1 }],
  ['pulls a value', { a: ['x', 'y', 'x'] }, { $pull: { a: 'x' } }, { a: ['y'] }],
  ['pulls by a part', { a: [{ id: 1, t: 'k' }, { id: 2 }] }, { $pull: { a: { id: 1 } } }, { a: [{ id: 2 }] }],
  ['pulls by a nested part', { a: [{ b: { c: 1 } }, {}] }, { $pull: { a: { 'b.c': 1 } } }, { a: [{}] }],
  ['pulls by $in', { a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
  [
    'pulls by $in of a part',
    { a: [{ id: 1 }, { id: 2 }] },
    { $pull: { a: { id: { $in: [2, 9] } } } },
    { a: [{ id: 1 }] },
  ],
  ['pulls by a bound', { a: [{ n: 1 }, { n: 5 }, {}] }, { $pull: { a: { n: { $lt: 3 } } } }, { a: [{ n: 5 }, {}] }],
  ['pulls from what is not there', { b: 1 }, { $pull: { a: 1, 'c.d': 1 } }, { b: 1 }],
  ['pulls what is not there', { a: [1] }, { $pull: { a: 2 } }, { a: [1] }],
  ['keeps the larger', { a: 5, b: 5 }, { $max: { a: 3, b: 7, c: 1 } }, { a: 5, b: 7, c: 1 }],
  ['keeps the later', { a: noon, b: null }, { $max: { a: new Date(0), b: noon } }, { a: noon, b: noon }],
  [
    'does several at once',
    { rev: 1, owes: [{ id: 1 }], t: { a: 1 } },
    {
      $set: { state: 'x' },
      $inc: { rev: 1 },
      $push: { log: 'e' },
      $pull: { owes: { id: 1 } },
      $unset: { 't.a': true },
    },
    { rev: 2, owes: [], t: {}, state: 'x', log: ['e'] },
  ],
];

const REFUSED: readonly (readonly [string, Update<ContractDoc>])[] = [
  ['a push onto what is no array', { $push: { n: 1 } }],
  ['a pull from what is no array', { $pull: { n: 1 } }],
  ['an increment of what is no number', { $inc: { text: 1 } }],
  ['a way through what is no object', { $set: { 'n.x': 1 } }],
  ['a way through null', { $set: { 'nothing.x': 1 } }],
  ['a change of the _id', { $set: { _id: 'other' } }],
  ['two changes of one field', { $set: { n: 1 }, $inc: { n: 1 } }],
  ['two changes that overlap', { $set: { 'deep.x': 1 }, $push: { deep: 1 } }],
  ['no operator at all', {}],
];

export const updateContract = (filled: Filled, differs: (name: string) => boolean): void => {
  describe('updates', () => {
    for (const [name, before, update, after] of UPDATES) {
      it(name, async function () {
        if (differs(name)) this.skip();
        const cases = await filled([{ _id: 'a', ...before }]);
        assert.deepEqual(await cases.updateAndGet({ _id: 'a' }, update), { _id: 'a', ...after });
        assert.deepEqual(await cases.get('a'), { _id: 'a', ...after });
      });
    }

    for (const [name, update] of REFUSED) {
      it(`refuse ${name} and change nothing`, async function () {
        if (differs(name)) this.skip();
        const doc: ContractDoc = { _id: 'a', n: 1, text: 'x', nothing: null, deep: {} };
        const cases = await filled([doc]);
        await assert.rejects(cases.update({ _id: 'a' }, update));
        await assert.rejects(cases.updateAndGet({ _id: 'a' }, update));
        assert.deepEqual(await cases.get('a'), doc);
      });
    }

    it('refuse field names with $ or a dot, and `constructor`', async () => {
      const cases = await filled([{ _id: 'a' }]);
      await assert.rejects(cases.insert({ _id: 'b', $x: 1 }), TypeError);
      await assert.rejects(cases.insert({ _id: 'b', deep: { 'x.y': 1 } }), TypeError);
      await assert.rejects(cases.insert({ _id: 'b', deep: { constructor: 'x' } }), TypeError);
      await assert.rejects(cases.update({ _id: 'a' }, { $set: { deep: { 'x.y': 1 } } }), TypeError);
      await assert.rejects(cases.update({ _id: 'a' }, { $push: { list: { constructor: 'x' } } }), TypeError);
      assert.deepEqual(await cases.find({}), [{ _id: 'a' }]);
    });
  });
};
