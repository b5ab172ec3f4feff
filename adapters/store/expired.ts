import { DRAFT_STATES, type Draft } from '../../bot/drafts/draft.ts';
import { deliveryId } from '../../bot/ids.ts';
import type {
  Expired,
  ExpiredCounts,
  ExpiredDrafts,
  ExpiredMeetings,
  ExpiredMessages,
} from '../../bot/keeping/port.ts';
import { isOnceInALifetime } from '../../bot/messages/once-in-a-lifetime.ts';
import type { Story } from '../../bot/stories/story.ts';
import type { StoredCase } from './cases.ts';
import type { Database, Filter } from './collection.ts';
import { endedBefore } from './gone-cases.ts';
import type { StoredDelivery } from './stored-delivery.ts';

type Stored = StoredDelivery<unknown>;

const UNSENT_DRAFTS: readonly Draft['state'][] = ['open', 'changing', 'sending', 'asking'];
const OVER = DRAFT_STATES.filter((state) => !UNSENT_DRAFTS.includes(state));
const overBefore = (before: Date): Filter<Draft> => ({ state: { $in: OVER }, keptUntil: { $lt: before } });

const SETTLED = ['sent', 'obsolete', 'failed'] as const;

/** Messages read at a time when those that come once in a lifetime lie between. */
const PAGE_SIZE = 2_000;

/** Drafts and messages that are kept no longer, and what a run of retention would take. */
export const openExpired = async (
  database: Database,
): Promise<{
  drafts: ExpiredDrafts;
  meetings: ExpiredMeetings;
  messages: ExpiredMessages;
  counts: Omit<ExpiredCounts, 'countChats'>;
}> => {
  const cases = await database.collection<StoredCase>('cases', []);
  const drafts = await database.collection<Draft>('drafts', []);
  const deliveries = await database.collection<Stored>('deliveries', []);
  const stories = await database.collection<Story>('stories', []);
  const receipts = await database.collection<{ _id: string; at: Date }>('receipts', []);
  const accesses = await database.collection<{ _id: string; at: Date }>('adminLog', []);
  const requests = await database.collection<{ _id: string; until: Date }>('linkRequests', []);

  /** The messages that go, in pages; the caller stops when it has enough. */
  async function* settledBefore(before: Date, waiting: Date): AsyncGenerator<Pick<Stored, '_id' | 'notBefore'>[]> {
    const kinds = [
      ...SETTLED.map((state) => ({ state, until: before })),
      { state: 'unreachable' as const, until: waiting },
    ];
    for (const { state, until } of kinds)
      for (let after = ''; ; ) {
        const filter: Filter<Stored> = { state, order: { $gt: after }, notBefore: { $lt: until } };
        const page = await deliveries.find(filter, {
          sort: { order: 1 },
          limit: PAGE_SIZE,
          fields: ['order', 'notBefore', 'untold'],
        });
        yield page.filter(({ _id, untold }) => untold !== true && !isOnceInALifetime(deliveryId(_id)));
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE_SIZE) break;
        after = last.order;
      }
  }

  return {
    drafts: {
      over: async (before, limit) =>
        (await drafts.find(overBefore(before), { sort: { keptUntil: 1 }, limit, fields: [] })).map(({ _id }) => _id),
      remove: async (id) => {
        await drafts.remove({ _id: id, state: { $in: OVER } });
      },
    },
    meetings: {
      storiesWithMeetings: async (before, limit) =>
        (await stories.find({ 'meetings.until': { $lt: before } }, { limit, fields: [] })).map(({ _id }) => _id),
    },
    messages: {
      forgetSettled: async (before, waiting, limit) => {
        let gone = 0;
        for await (const page of settledBefore(before, waiting)) {
          const ids = page.slice(0, limit - gone).map(({ _id }) => _id);
          if (ids.length > 0)
            gone += await deliveries.remove({ _id: { $in: ids }, state: { $in: [...SETTLED, 'unreachable'] } });
          if (gone >= limit) break;
        }
        return gone;
      },
    },
    counts: {
      countCases: async (before) => {
        const [oldest] = await cases.find(endedBefore(before), {
          sort: { closedAt: 1 },
          limit: 1,
          fields: ['closedAt'],
        });
        return { count: await cases.count(endedBefore(before)), oldest: oldest?.closedAt ?? null };
      },
      countDrafts: async (before) => {
        const [oldest] = await drafts.find(overBefore(before), {
          sort: { keptUntil: 1 },
          limit: 1,
          fields: ['keptUntil'],
        });
        return { count: await drafts.count(overBefore(before)), oldest: oldest?.keptUntil ?? null };
      },
      countMeetings: async (before) => {
        const found = await stories.find({ 'meetings.until': { $lt: before } }, { fields: ['meetings'] });
        const old = found
          .flatMap(({ meetings }) => meetings.map(({ until }) => until))
          .filter((until) => until < before);
        const [oldest] = old.toSorted((a, b) => a.getTime() - b.getTime());
        return { count: old.length, oldest: oldest ?? null };
      },
      countMessages: async (before, waiting) => {
        const all: Expired = { count: 0, oldest: null };
        for await (const page of settledBefore(before, waiting))
          for (const { notBefore } of page) {
            all.count += 1;
            if (all.oldest === null || notBefore < all.oldest) all.oldest = notBefore;
          }
        return all;
      },
      countReceipts: async (before) => {
        const old: Filter<{ _id: string; at: Date }> = { at: { $lt: before } };
        const [oldest] = await receipts.find(old, { sort: { at: 1 }, limit: 1 });
        return { count: await receipts.count(old), oldest: oldest?.at ?? null };
      },
      countLinkRequests: async (before) => {
        const old: Filter<{ _id: string; until: Date }> = { until: { $lt: before } };
        const [oldest] = await requests.find(old, { sort: { until: 1 }, limit: 1 });
        return { count: await requests.count(old), oldest: oldest?.until ?? null };
      },
      countAccessLog: async (before) => {
        const old: Filter<{ _id: string; at: Date }> = { at: { $lt: before } };
        const [oldest] = await accesses.find(old, { sort: { at: 1 }, limit: 1, fields: ['at'] });
        return { count: await accesses.count(old), oldest: oldest?.at ?? null };
      },
      countStaying: async (before) => {
        const { hold: _hold, toCount: _toCount, ...ended } = endedBefore(before);
        const held = await cases.count({ ...ended, hold: { $exists: true } });
        return { held, uncounted: await cases.count({ ...ended, toCount: true }) };
      },
    },
  };
};
