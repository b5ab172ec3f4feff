import type { CasesOfPerson } from '../../bot/accounts/port.ts';
import type { CasesToCount } from '../../bot/adoption/port.ts';
import { TEACHERS } from '../../bot/cases/as-example.ts';
import { CASE_STATES, type Case, PROMISES, SHARINGS, SIDES } from '../../bot/cases/case.ts';
import { coAgentOf, openInvitation } from '../../bot/cases/invitations.ts';
import { holdersOf } from '../../bot/cases/load.ts';
import type { Burdens, CaseLists, Cases, CorrectedCases } from '../../bot/cases/port.ts';
import type { PersonId } from '../../bot/ids.ts';
import type { CasesWithWords } from '../../bot/keeping/port.ts';
import { FOR_WHOM, LANGUAGES, PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { type Database, DuplicateKey, type Filter, type FindOptions, type Index, type Update } from './collection.ts';
import type { Counter } from './counters.ts';
import { decidedNow } from './decided.ts';
import { type Fence, FILLED, MOMENT, NOT_NEGATIVE, oneOf, oneOfOrNone, POSITIVE } from './fence.ts';

const INDEXES: readonly Index[] = [
  { fields: { number: 1 }, unique: true },
  { fields: { asker: 1, askedAt: -1 } },
  { fields: { agent: 1, askedAt: -1 } },
  { fields: { 'offers.agent': 1, askedAt: -1 } },
  { fields: { 'offers.pair.agent': 1 }, sparse: true },
  { fields: { 'invitations.to': 1, askedAt: -1 } },
  { fields: { 'introductions.who': 1, askedAt: -1 } },
  { fields: { 'introductions.by': 1 }, sparse: true },
  { fields: { state: 1, dueAt: 1 } },
  { fields: { state: 1, closedAt: 1 } },
  { fields: { sharing: 1, state: 1, askedAt: 1 } },
  { fields: { 'labelled.principle': 1 }, sparse: true },
  { fields: { 'labelled.topic': 1 }, sparse: true },
  { fields: { 'owes.id': 1 }, sparse: true },
  { fields: { toCount: 1 }, sparse: true },
  { fields: { changedAt: 1 } },
];

/**
 * `toCount` is set while the case has changes that its facts do not reflect yet. `changedAt`: when it was last written, by
 * the machine's clock, for the rosters of other processes; missing on what an earlier version wrote.
 */
export type StoredCase = Case & { toCount?: true; changedAt?: Date };

export const bareCase = ({ toCount: _toCount, changedAt: _changedAt, ...c }: StoredCase): Case => c;

/** What each write sets besides. */
export const writtenNow = (): { toCount: true; changedAt: Date } => ({ toCount: true, changedAt: new Date() });

const BURDEN = ['state', 'agent', 'offers', 'invitations', 'anonymous'] as const;

const FENCE: Fence<StoredCase> = {
  number: POSITIVE,
  rev: NOT_NEGATIVE,
  state: oneOf(CASE_STATES),
  asker: FILLED,
  language: oneOf(LANGUAGES),
  principle: oneOf(PRINCIPLES),
  topic: oneOf(TOPICS),
  for: oneOfOrNone(FOR_WHOM),
  askedAt: MOMENT,
  promise: oneOf(PROMISES),
  sharing: oneOf(SHARINGS),
  turnOf: oneOf(SIDES),
};

/** Whether they are asked to take part in a case that they do not have, or help with it. */
const takesPart = (c: Case, person: PersonId): boolean =>
  c.agent !== person && (openInvitation(c)?.to === person || coAgentOf(c) === person);

/** Wherever a case can name somebody; who wrote or was noted stands in one of these, too. */
const placesOf = (person: PersonId): Filter<StoredCase>[] => [
  { asker: person },
  { agent: person },
  { 'offers.agent': person },
  { 'offers.pair.agent': person },
  { 'invitations.to': person },
  { 'introductions.who': person },
  { 'introductions.by': person },
];

/** Every port that the stored cases implement. */
export type StoredCases = Cases & CaseLists & Burdens & CorrectedCases & CasesOfPerson & CasesToCount & CasesWithWords;

/** Whoever waits for this colleague's yes or no to an introduction. */
const askedToMeet = (who: PersonId): Filter<StoredCase> => ({
  'introductions.who': who,
  introductions: { $elemMatch: { who, state: 'colleague' } },
});

export const openCases = async (database: Database, numbers: Counter): Promise<StoredCases> => {
  const cases = await database.collection<StoredCase>('cases', INDEXES, FENCE);
  const found = async (filter: Filter<StoredCase>, options?: FindOptions<StoredCase>): Promise<Case[]> =>
    (await cases.find(filter, options)).map(bareCase);
  const newestOf = async (filters: readonly Filter<StoredCase>[], limit: number): Promise<Case[]> => {
    const newest = { sort: { askedAt: -1 as const }, limit };
    const lists = await Promise.all(filters.map((filter) => found(filter, newest)));
    const all = new Map(lists.flat().map((c) => [c._id, c]));
    return [...all.values()].sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime()).slice(0, limit);
  };
  return {
    add: async (opened) => {
      if (await cases.insert({ ...opened, owes: decidedNow(opened.owes), ...writtenNow() })) return true;
      if ((await cases.get(opened._id)) !== null) return false;
      // Never answer false here: callers take that as "already stored", and this case is not.
      throw new DuplicateKey(`case number ${opened.number} is already taken`);
    },
    get: async (id) => {
      const stored = await cases.get(id);
      return stored === null ? null : bareCase(stored);
    },
    byNumber: async (number) => (await found({ number }, { limit: 1 }))[0] ?? null,
    change: (id, rev, change, receipt) => {
      const push: Update<StoredCase>['$push'] = {};
      if (change.turns.length > 0) push.turns = { $each: change.turns };
      if (change.events.length > 0) push.events = { $each: change.events };
      if (change.owes.length > 0) push.owes = { $each: decidedNow(change.owes) };
      if (receipt !== null) push.receipts = receipt;
      const update: Update<StoredCase> = { $inc: { rev: 1 }, $set: { ...change.set, ...writtenNow() } };
      if (Object.keys(push).length > 0) update.$push = push;
      return cases.update({ _id: id, rev }, update);
    },
    of: (person, limit) => {
      const offered = { 'offers.agent': person, state: 'waiting' as const };
      const invited = { 'invitations.to': person, state: { $in: ['active', 'answered'] as const } };
      return newestOf([{ asker: person }, { agent: person }, offered, invited, askedToMeet(person)], limit);
    },
    inTalk: (person, limit) => {
      const state = { $in: ['active', 'answered'] as const };
      return newestOf(
        [
          { asker: person, state },
          { agent: person, state },
        ],
        limit,
      );
    },
    shared: () => found({ sharing: 'shared', state: 'waiting' }, { sort: { askedAt: 1 } }),
    heldBy: async (agent) => {
      const invitedIn = { 'invitations.to': agent, state: { $in: ['active', 'answered'] as const } };
      const [has, offered, invited, introduced] = await Promise.all([
        found({ agent, state: 'active' }, { sort: { askedAt: 1 } }),
        found({ 'offers.agent': agent, state: 'waiting' }, { sort: { askedAt: 1 } }),
        found(invitedIn, { sort: { askedAt: 1 } }),
        found(askedToMeet(agent), { sort: { askedAt: 1 } }),
      ]);
      const holds = offered.filter((c) => c.offers.some((offer) => offer.state === 'open' && offer.agent === agent));
      const invitedTo = invited.filter((c) => takesPart(c, agent));
      return [...new Map([...has, ...holds, ...invitedTo, ...introduced].map((c) => [c._id, c])).values()];
    },
    burdens: () => cases.find({ state: { $in: ['waiting', 'active'] } }, { fields: BURDEN }),
    burdensChangedSince: (moment) => cases.find({ changedAt: { $gte: moment } }, { fields: BURDEN }),
    burdensOf: async (agent) => {
      const named = await Promise.all([
        cases.find({ agent, state: 'active' }, { fields: BURDEN }),
        cases.find({ 'offers.agent': agent, state: 'waiting' }, { fields: BURDEN }),
        cases.find({ 'invitations.to': agent, state: 'active' }, { fields: BURDEN }),
      ]);
      const holds = named.flat().filter((c) => holdersOf(c).includes(agent));
      return [...new Map(holds.map((c) => [c._id, c])).values()];
    },
    unanswered: () =>
      cases.find({ state: { $in: ['waiting', 'active'] } }, { fields: ['state', 'askedAt', 'offers', 'promise'] }),
    helpedBy: (agent, since) =>
      cases.find({ agent, 'answer.by': agent, 'answer.at': { $gte: since } }, { fields: ['asker', 'anonymous'] }),
    notTheirField: async (agent, principle, limit) => {
      const said = { $elemMatch: { agent, declined: 'not-my-field' as const } };
      const found = await cases.find({ 'offers.agent': agent, principle, offers: said }, { limit, fields: [] });
      return found.length;
    },
    naming: async (person) => {
      const named = await Promise.all(placesOf(person).map((place) => found(place)));
      return [...new Map(named.flat().map((c) => [c._id, c])).values()];
    },
    idsNaming: async (person) => {
      const named = await Promise.all(placesOf(person).map((place) => cases.find(place, { fields: ['askedAt'] })));
      const askedAt = new Map(named.flat().map((c) => [c._id, c.askedAt.getTime()]));
      return [...askedAt].sort(([, a], [, b]) => b - a).map(([id]) => id);
    },
    changeWords: (id, rev, words, owes) =>
      cases.update(
        { _id: id, rev, hold: { $exists: false } },
        {
          $set: { ...words },
          $inc: { rev: 1 },
          // The stores differ in what an empty push makes of a missing list.
          ...(owes.length === 0 ? {} : { $push: { owes: { $each: decidedNow([...owes]) } } }),
        },
      ),
    replacePerson: (id, rev, parts) =>
      cases.update({ _id: id, rev }, { $set: { ...parts, ...writtenNow() }, $inc: { rev: 1 } }),
    due: (states, now) => found({ state: { $in: states }, dueAt: { $lte: now } }, { sort: { dueAt: 1 } }),
    corrected: async () => {
      const named = { $in: TEACHERS };
      const lists = await Promise.all([found({ 'labelled.principle': named }), found({ 'labelled.topic': named })]);
      return [...new Map(lists.flat().map((c) => [c._id, c])).values()];
    },
    toCount: (limit) => found({ toCount: true }, { limit }),
    counted: async (id, rev) => {
      await cases.update({ _id: id, rev }, { $unset: { toCount: true } });
    },
    nextNumber: async () => {
      // After a restore from backup, the counter may lag behind the cases.
      for (;;) {
        const number = await numbers.next();
        if ((await cases.find({ number }, { limit: 1, fields: [] })).length === 0) return number;
      }
    },
  };
};
