import type { GoneCase, GoneCases } from '../../bot/cases/gone-case.ts';
import type { ExpiredCases, HeldCases } from '../../bot/keeping/port.ts';
import { bareCase, type StoredCase, writtenNow } from './cases.ts';
import type { Collection, Database, Filter, Index } from './collection.ts';
import { type Fence, MOMENT, oneOfOrNone, POSITIVE } from './fence.ts';

/** What is still to be done about a case that went: to change its cards, to forget where they are, to forget its talks. */
const LEFT = ['change-cards', 'forget-cards', 'forget-talks'] as const;
type StoredGone = GoneCase & { left?: (typeof LEFT)[number] };

const INDEXES: readonly Index[] = [{ fields: { number: 1 } }, { fields: { left: 1, at: 1 }, sparse: true }];
const FENCE: Fence<StoredGone> = { number: POSITIVE, at: MOMENT, left: oneOfOrNone(LEFT) };

const bare = ({ left: _left, ...gone }: StoredGone): GoneCase => gone;

/** Cases that ended before this moment, and nothing keeps. */
export const endedBefore = (before: Date): Filter<StoredCase> => ({
  state: { $in: ['closed', 'withdrawn'] },
  closedAt: { $lt: before },
  hold: { $exists: false },
  toCount: { $exists: false },
});

export const openGoneCases = async (database: Database): Promise<GoneCases & ExpiredCases & HeldCases> => {
  const cases = await database.collection<StoredCase>('cases', []);
  const gone: Collection<StoredGone> = await database.collection<StoredGone>('goneCases', INDEXES, FENCE);
  const leftBefore = async (left: (typeof LEFT)[number], before: Date, limit: number) =>
    (await gone.find({ left, at: { $lt: before } }, { sort: { at: 1 }, limit })).map(({ _id }) => _id);
  return {
    goneCase: async (id) => {
      const found = await gone.get(id);
      return found === null ? null : bare(found);
    },
    goneByNumber: async (number) => (await gone.find({ number }, { limit: 1 })).map(bare)[0] ?? null,
    ended: async (before, limit) =>
      (await cases.find(endedBefore(before), { sort: { closedAt: 1 }, limit })).map(bareCase),
    noteGone: async (one) => {
      await gone.insert({ ...one, left: 'change-cards' });
    },
    remove: async (id, rev) =>
      (await cases.remove({ _id: id, rev, hold: { $exists: false }, toCount: { $exists: false } })) > 0,
    hold: (id, rev, hold) => cases.update({ _id: id, rev }, { $set: { hold }, $inc: { rev: 1 } }),
    release: (id, rev, parts) =>
      cases.update(
        { _id: id, rev },
        {
          ...(parts === null ? {} : { $set: { ...parts, ...writtenNow() } }),
          $unset: { hold: true },
          $inc: { rev: 1 },
        },
      ),
    untold: async (limit) => (await gone.find({ left: 'change-cards' }, { sort: { at: 1 }, limit })).map(bare),
    told: async (id) => {
      await gone.update({ _id: id }, { $set: { left: 'forget-cards' } });
    },
    withCards: (before, limit) => leftBefore('forget-cards', before, limit),
    withoutCards: async (id) => {
      const isHere = { _id: id, left: 'forget-cards' as const };
      await gone.update({ ...isHere, calledOff: { $exists: true } }, { $set: { left: 'forget-talks' } });
      await gone.update(isHere, { $unset: { left: true } });
    },
    withTalks: (before, limit) => leftBefore('forget-talks', before, limit),
    withoutTalks: async (id) => {
      await gone.update({ _id: id, left: 'forget-talks' }, { $unset: { left: true, calledOff: true } });
    },
  };
};
