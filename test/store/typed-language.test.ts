import assert from 'node:assert/strict';
import { checkFilter } from '../../adapters/store/check-filter.ts';
import { checkUpdate } from '../../adapters/store/check-update.ts';
import type { Filter, FindOptions, Update } from '../../adapters/store/collection.ts';
import { type Fence, type FILLED, type MOMENT, oneOf } from '../../adapters/store/fence.ts';

type State = 'open' | 'closed';
type Ticket = {
  _id: string;
  state: State;
  rev: number;
  at: Date;
  due: Date | null;
  tags: string[];
  owes: { id: string; at: Date; to: { name: string } }[];
  place: { town: string; floor: number };
  sent: { at: Date } | null;
  note?: string;
};

// The compiler is the test: if a type is too wide or too narrow, `true` is not assignable here.
type Takes<Whole, Part> = [Part] extends [Whole] ? true : false;
type Refuses<Whole, Part> = [Part] extends [Whole] ? false : true;
type Asks<Part> = Takes<Filter<Ticket>, Part>;
type NeverAsks<Part> = Refuses<Filter<Ticket>, Part>;
type Writes<Part> = Takes<Update<Ticket>, Part>;
type NeverWrites<Part> = Refuses<Update<Ticket>, Part>;
type Finds<Part> = Takes<FindOptions<Ticket>, Part>;
type NeverFinds<Part> = Refuses<FindOptions<Ticket>, Part>;

const FILTERS: {
  everything: Asks<Record<never, never>>;
  aValue: Asks<{ state: 'open'; rev: 1; at: Date }>;
  oneOfSome: Asks<{ state: { $in: ('open' | 'closed')[] } }>;
  allButOne: Asks<{ state: { $ne: 'open' } }>;
  bounds: Asks<{ rev: { $gt: 1; $lte: 2 }; due: { $lt: Date }; _id: { $gt: string } }>;
  presence: Asks<{ note: { $exists: false } }>;
  anElement: Asks<{ tags: 'x' }>;
  aWholeArray: Asks<{ tags: string[] }>;
  aPathThroughAnArray: Asks<{ 'owes.id': string; 'owes.to.name': { $gt: '' } }>;
  aPathThroughNull: Asks<{ 'sent.at': { $gte: Date } }>;
  partOfAnElement: Asks<{ owes: { $elemMatch: { id: 'a'; at: { $gt: Date } } } }>;
  boundsOfAnElement: Asks<{ tags: { $elemMatch: { $gt: 'a'; $lt: 'b' } } }>;
  either: Asks<{ rev: 1; $or: [{ state: 'open' }, { 'place.town': 'Aarhus' }] }>;
} = {
  everything: true,
  aValue: true,
  oneOfSome: true,
  allButOne: true,
  bounds: true,
  presence: true,
  anElement: true,
  aWholeArray: true,
  aPathThroughAnArray: true,
  aPathThroughNull: true,
  partOfAnElement: true,
  boundsOfAnElement: true,
  either: true,
};

const NO_FILTERS: {
  anotherField: NeverAsks<{ stat: 'open' }>;
  anotherPath: NeverAsks<{ 'owes.name': 'a' }>;
  anotherValue: NeverAsks<{ state: 'gone' }>;
  anotherType: NeverAsks<{ rev: '1' }>;
  anotherTypeInAPath: NeverAsks<{ 'owes.at': string }>;
  aMemberThatIsNone: NeverAsks<{ state: { $in: ['open', 'gone'] } }>;
  aBoundOfAnotherType: NeverAsks<{ at: { $lt: string } }>;
  null: NeverAsks<{ due: null }>;
  notNull: NeverAsks<{ due: { $ne: null } }>;
  nullAmongSome: NeverAsks<{ due: { $in: [null] } }>;
  anotherOperator: NeverAsks<{ rev: { $mod: [2, 0] } }>;
  noneOfSome: NeverAsks<{ state: { $nin: ['open'] } }>;
  aPattern: NeverAsks<{ _id: { $regex: 'a' } }>;
  code: NeverAsks<{ $where: 'true' }>;
  all: NeverAsks<{ $and: [{ rev: 1 }] }>;
  presenceThatIsNoBoolean: NeverAsks<{ note: { $exists: 1 } }>;
  partOfAnElementThatIsText: NeverAsks<{ tags: { $elemMatch: { id: 'a' } } }>;
  anotherFieldInEither: NeverAsks<{ $or: [{ stat: 'open' }] }>;
} = {
  anotherField: true,
  anotherPath: true,
  anotherValue: true,
  anotherType: true,
  anotherTypeInAPath: true,
  aMemberThatIsNone: true,
  aBoundOfAnotherType: true,
  null: true,
  notNull: true,
  nullAmongSome: true,
  anotherOperator: true,
  noneOfSome: true,
  aPattern: true,
  code: true,
  all: true,
  presenceThatIsNoBoolean: true,
  partOfAnElementThatIsText: true,
  anotherFieldInEither: true,
};

const UPDATES: {
  set: Writes<{ $set: { state: 'open'; due: null; 'place.town': 'Aarhus' } }>;
  unset: Writes<{ $unset: { note: true } }>;
  inc: Writes<{ $inc: { rev: 1; 'place.floor': -1 } }>;
  push: Writes<{ $push: { tags: 'x' } }>;
  pushEach: Writes<{ $push: { tags: { $each: ['x', 'y'] } } }>;
  pull: Writes<{ $pull: { tags: 'x' } }>;
  pullSome: Writes<{ $pull: { tags: { $in: ['x'] } } }>;
  pullByPart: Writes<{ $pull: { owes: { id: { $in: string[] } } } }>;
  max: Writes<{ $max: { at: Date; rev: 3 } }>;
} = {
  set: true,
  unset: true,
  inc: true,
  push: true,
  pushEach: true,
  pull: true,
  pullSome: true,
  pullByPart: true,
  max: true,
};

const NO_UPDATES: {
  aDocument: NeverWrites<{ state: 'open' }>;
  anotherOperator: NeverWrites<{ $setOnInsert: { rev: 1 } }>;
  anotherField: NeverWrites<{ $set: { stat: 'open' } }>;
  anotherValue: NeverWrites<{ $set: { state: 'gone' } }>;
  theId: NeverWrites<{ $set: { _id: 'other' } }>;
  aWayThroughNull: NeverWrites<{ $set: { 'sent.at': Date } }>;
  aWayThroughAnArray: NeverWrites<{ $set: { 'owes.id': 'a' } }>;
  nullWhereThereIsNone: NeverWrites<{ $set: { at: null } }>;
  unsetWhatMustBeThere: NeverWrites<{ $unset: { state: true } }>;
  incText: NeverWrites<{ $inc: { state: 1 } }>;
  pushToText: NeverWrites<{ $push: { state: 'open' } }>;
  pushAnotherType: NeverWrites<{ $push: { tags: 1 } }>;
  pushEachOfAnotherType: NeverWrites<{ $push: { tags: { $each: [1] } } }>;
  pullFromText: NeverWrites<{ $pull: { state: 'open' } }>;
  pullTextByPart: NeverWrites<{ $pull: { tags: { id: 'x' } } }>;
  pullByAnotherPart: NeverWrites<{ $pull: { owes: { name: 'x' } } }>;
} = {
  aDocument: true,
  anotherOperator: true,
  anotherField: true,
  anotherValue: true,
  theId: true,
  aWayThroughNull: true,
  aWayThroughAnArray: true,
  nullWhereThereIsNone: true,
  unsetWhatMustBeThere: true,
  incText: true,
  pushToText: true,
  pushAnotherType: true,
  pushEachOfAnotherType: true,
  pullFromText: true,
  pullTextByPart: true,
  pullByAnotherPart: true,
};

const OPTIONS: {
  all: Finds<{ sort: { at: -1; _id: 1 }; limit: 3; fields: ['state', 'place.town'] }>;
  sortByAnotherField: NeverFinds<{ sort: { when: 1 } }>;
  anotherField: NeverFinds<{ fields: ['when'] }>;
} = { all: true, sortByAnotherField: true, anotherField: true };

const whole = oneOf(['open', 'closed']);
const without = oneOf(['open']);
const withAnother = oneOf(['open', 'closed', 'gone']);
const FENCES: {
  whole: Takes<Fence<Ticket>, { state: typeof whole; _id?: never }>;
  more: Takes<Fence<Ticket>, { state: typeof whole; at: typeof MOMENT; note: typeof FILLED }>;
  withoutAMember: Refuses<Fence<Ticket>, { state: typeof without }>;
  withAnotherMember: Refuses<Fence<Ticket>, { state: typeof withAnother }>;
  withAListByHand: Refuses<Fence<Ticket>, { state: { $in: ['open'] } }>;
  withoutAClosedSet: Refuses<Fence<Ticket>, { at: typeof MOMENT }>;
  withABoundOfAnotherType: Refuses<Fence<Ticket>, { state: typeof whole; rev: typeof FILLED }>;
} = {
  whole: true,
  more: true,
  withoutAMember: true,
  withAnotherMember: true,
  withAListByHand: true,
  withoutAClosedSet: true,
  withABoundOfAnotherType: true,
};

describe('filters and updates', () => {
  it('are typed over the document (see the types above)', () => {
    for (const group of [FILTERS, NO_FILTERS, UPDATES, NO_UPDATES, OPTIONS, FENCES]) {
      assert.ok(Object.values(group).every((holds) => holds));
    }
  });

  const filters: readonly Filter<Record<string, unknown>>[] = [
    { $where: 'true' },
    { $and: [{ n: 1 }] },
    { $or: [] },
    { $or: [{ n: null }] },
    { n: null },
    { n: { $in: [undefined] } },
    { n: { $nin: [1] } },
    { n: { $gt: 1, $mod: [2, 0] } },
    { n: /x/ },
    { n: { deep: { $gt: '' } } },
    { n: { $eq: { $gt: '' } } },
    { n: { $elemMatch: { x: { $regex: 'x' } } } },
    { n: { $ne: { 'x.y': 1 } } },
  ];
  for (const filter of filters) {
    it(`refuse at run time, too, to find by ${JSON.stringify(filter)}`, () => {
      assert.throws(() => checkFilter(filter), TypeError);
    });
  }

  const updates: readonly object[] = [
    {},
    { n: 1 },
    { $rename: { n: 'm' } },
    { $set: { _id: 'x' } },
    { $set: { 'list.$[]': 1 } },
    { $set: { 'a.__proto__.b': 1 } },
    { $set: { 'a.constructor': 1 } },
    { $set: { n: { $gt: '' } } },
    { $inc: { n: '1' } },
    { $push: { list: { $each: [1], $slice: 1 } } },
    { $push: { list: { $each: 1 } } },
    { $pull: { list: { x: { $where: 'true' } } } },
    { $max: { n: () => 1 } },
  ];
  for (const update of updates) {
    it(`refuse at run time, too, to write ${JSON.stringify(update)}`, () => {
      assert.throws(() => checkUpdate(update), TypeError);
    });
  }

  it('accept an operand without a prototype', () => {
    const bare: unknown = Object.assign(Object.create(null), { id: 'a' });
    assert.deepEqual(checkFilter({ owes: { $in: [bare] } }), { owes: { $in: [{ id: 'a' }] } });
  });
});
