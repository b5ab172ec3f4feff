import type { NudgesOfPerson } from '../../bot/accounts/port.ts';
import type { NudgesToCount } from '../../bot/adoption/port.ts';
import { NUDGE_MESSAGES, type NudgeRecord } from '../../bot/nudges/nudge-record.ts';
import type { Nudges } from '../../bot/nudges/port.ts';
import { PRINCIPLES } from '../../bot/words.ts';
import type { Database, Index } from './collection.ts';
import { type Fence, FILLED, MOMENT, NOT_NEGATIVE, oneOf } from './fence.ts';

const INDEXES: readonly Index[] = [
  { fields: { person: 1, week: 1 } },
  { fields: { week: 1, 'sent.at': 1 } },
  { fields: { toCount: 1, 'sent.at': 1 }, sparse: true },
];

/** `toCount` is set while the nudge has changes that its facts do not reflect yet. */
type StoredNudge = NudgeRecord & { toCount?: true };

const bare = ({ toCount: _toCount, ...record }: StoredNudge): NudgeRecord => record;

const FENCE: Fence<StoredNudge> = {
  rev: NOT_NEGATIVE,
  person: FILLED,
  week: FILLED,
  message: oneOf(NUDGE_MESSAGES),
  principle: oneOf(PRINCIPLES),
  plannedAt: MOMENT,
};

/** Each person gets one welcome ever, and one other message a week. */
const isForTheSame = (a: NudgeRecord, b: NudgeRecord): boolean =>
  a.message === 'welcome' ? b.message === 'welcome' : b.message !== 'welcome' && a.week === b.week;

const LONG_AGO = new Date(0);

export const openNudges = async (database: Database): Promise<Nudges & NudgesOfPerson & NudgesToCount> => {
  const nudges = await database.collection<StoredNudge>('nudges', INDEXES, FENCE);
  return {
    add: (planned) => nudges.insert(planned),
    get: async (id) => {
      const found = await nudges.get(id);
      return found === null ? null : bare(found);
    },
    change: (id, rev, { set, reactions }, receipt) =>
      nudges.update(
        { _id: id, rev },
        {
          $set: { ...set, toCount: true },
          $inc: { rev: 1 },
          $push: { receipts: receipt, ...(reactions.length === 0 ? {} : { reactions: { $each: reactions } }) },
        },
      ),
    sent: async (id, sent) => {
      await nudges.update({ _id: id }, { $set: { sent, toCount: true } });
    },
    of: async (people) => (await nudges.find({ person: { $in: [...people] } })).map(bare),
    // A nudge that is not delivered yet is not counted until it is.
    toCount: async (limit) =>
      (await nudges.find({ toCount: true, 'sent.at': { $gte: LONG_AGO } }, { limit })).map(bare),
    counted: async (id, rev) => {
      await nudges.update({ _id: id, rev }, { $unset: { toCount: true } });
    },
    become: async (from, to) => {
      const theirs = await nudges.find({ person: from });
      const own = theirs.length === 0 ? [] : await nudges.find({ person: to });
      for (const record of theirs) {
        const twin = own.find((nudge) => isForTheSame(nudge, record));
        const unsent = [record, twin].find((nudge) => nudge !== undefined && nudge.sent === null);
        if (twin !== undefined && unsent !== undefined) await nudges.remove({ _id: unsent._id });
        if (unsent !== record || twin === undefined) {
          await nudges.update({ _id: record._id, person: from }, { $set: { person: to } });
        }
      }
      return theirs.length;
    },
    forget: (person) => nudges.remove({ person }),
    progress: async (week) => {
      const sent = { week, message: { $ne: 'welcome' as const }, 'sent.at': { $gte: LONG_AGO } };
      return { sent: await nudges.count(sent) };
    },
  };
};
