import { isDeepStrictEqual } from 'node:util';
import { FACT_KINDS, type Fact } from '../../bot/adoption/fact.ts';
import type { Facts } from '../../bot/adoption/port.ts';
import type { Database, Index } from './collection.ts';
import { type Fence, FILLED, oneOf } from './fence.ts';

const INDEXES: readonly Index[] = [{ fields: { week: 1, kind: 1 } }, { fields: { who: 1 } }];
const FENCE: Fence<Fact> = { week: FILLED, kind: oneOf(FACT_KINDS) };

export const openFacts = async (database: Database): Promise<Facts> => {
  const facts = await database.collection<Fact>('facts', INDEXES, FENCE);
  return {
    put: async (fact) => {
      if (await facts.insert(fact)) return true;
      const { _id, ...now } = fact;
      if (isDeepStrictEqual(await facts.get(_id), fact)) return false;
      return facts.update({ _id }, { $set: now });
    },
    get: (id) => facts.get(id),
    ofWeek: (week, kinds) => facts.find(kinds === undefined ? { week } : { week, kind: { $in: [...kinds] } }),
    count: (week, kind) => facts.count({ week, kind }),
    become: async (from, to) => {
      const theirs = await facts.find({ who: from }, { fields: [] });
      await Promise.all(theirs.map(({ _id }) => facts.update({ _id, who: from }, { $set: { who: to } })));
      return theirs.length;
    },
    weeksOf: async (who, kinds) => {
      const theirs = await facts.find({ who, kind: { $in: [...kinds] } }, { fields: ['week'] });
      return [...new Set(theirs.map(({ week }) => week))];
    },
    firstWeek: async () =>
      (await facts.find({ week: { $gt: '' } }, { sort: { week: 1 }, limit: 1, fields: ['week'] }))[0]?.week ?? null,
  };
};
