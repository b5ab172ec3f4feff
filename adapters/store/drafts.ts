import { DRAFT_STATES, type Draft, ENDED_AS } from '../../bot/drafts/draft.ts';
import type { AskingDrafts, Drafts } from '../../bot/drafts/port.ts';
import { FOR_WHOM, LANGUAGES, PRINCIPLES, TOPICS } from '../../bot/words.ts';
import type { Database, Index, Update } from './collection.ts';
import { decidedNow } from './decided.ts';
import { type Fence, FILLED, MOMENT, NOT_NEGATIVE, oneOf, oneOfOrNone } from './fence.ts';

const INDEXES: readonly Index[] = [
  { fields: { state: 1, keptUntil: 1 } },
  { fields: { state: 1, remindAt: 1 } },
  // `person` has its own index, too: the embedded store cannot look it up in a compound one.
  { fields: { person: 1, at: 1 } },
  { fields: { person: 1 } },
  { fields: { 'sentTo.case': 1 }, sparse: true },
  { fields: { takesLinesOf: 1 }, unique: true, sparse: true },
  { fields: { 'owes.id': 1 }, sparse: true },
];

const FENCE: Fence<Draft> = {
  rev: NOT_NEGATIVE,
  state: oneOf(DRAFT_STATES),
  person: FILLED,
  takesLinesOf: FILLED,
  language: oneOf(LANGUAGES),
  principle: oneOf(PRINCIPLES),
  topic: oneOf(TOPICS),
  for: oneOfOrNone(FOR_WHOM),
  endedAs: oneOfOrNone(ENDED_AS),
  at: MOMENT,
  keptUntil: MOMENT,
};

export const openDrafts = async (database: Database): Promise<Drafts & AskingDrafts> => {
  const drafts = await database.collection<Draft>('drafts', INDEXES, FENCE);
  return {
    add: (draft) => drafts.insert({ ...draft, owes: decidedNow(draft.owes) }),
    get: (id) => drafts.get(id),
    change: (id, rev, change, receipt) => {
      const update: Update<Draft> = { $set: { ...change.set }, $inc: { rev: 1 } };
      const push: Update<Draft>['$push'] = {};
      if (change.owes.length > 0) push.owes = { $each: decidedNow(change.owes) };
      if (receipt !== null) push.receipts = receipt;
      if (Object.keys(push).length > 0) update.$push = push;
      return drafts.update({ _id: id, rev }, update);
    },
    taking: async (person) => (await drafts.find({ takesLinesOf: person }, { limit: 1 }))[0] ?? null,
    byLine: async (person, heard) => (await drafts.find({ person, receipts: heard }, { limit: 1 }))[0] ?? null,
    openOf: (person) =>
      drafts.find({ person, state: { $in: ['open', 'changing', 'sending', 'asking'] } }, { sort: { at: 1 } }),
    asking: () => drafts.find({ state: 'asking' }),
    sentTo: (id) => drafts.find({ 'sentTo.case': id }),
    of: (person) => drafts.find({ person }),
    overdue: (now) =>
      drafts.find(
        { state: { $in: ['open', 'changing', 'sending'] }, keptUntil: { $lte: now } },
        { sort: { keptUntil: 1 } },
      ),
    toRemind: (now) =>
      drafts.find({ state: { $in: ['open', 'changing'] }, remindAt: { $lte: now }, keptUntil: { $gt: now } }),
  };
};
