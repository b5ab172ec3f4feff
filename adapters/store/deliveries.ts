import type { MessagesOfPerson } from '../../bot/accounts/port.ts';
import type { MessagesOfWeek } from '../../bot/adoption/port.ts';
import { personId } from '../../bot/ids.ts';
import { type DeliveryStates, deliveryState } from '../../bot/messages/delivery-states.ts';
import type { Outbox, PlannedMessages } from '../../bot/messages/outbox.ts';
import { MANNERS, type Owed } from '../../bot/messages/owed.ts';
import type { SentMessages } from '../../bot/messages/sent-messages.ts';
import type { Undelivered } from '../../bot/messages/undelivered.ts';
import { nudgeIdFor } from '../../bot/nudges/nudge-record.ts';
import type { RunOutcomes } from '../../bot/nudges/port.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import type { Week } from '../../bot/time/iso-week.ts';
import {
  DELIVERY_STATES,
  type Debt,
  type Deliveries,
  type Delivery,
  type HeldDeliveries,
  type Ready,
  type Untold,
} from '../../outbox/ports.ts';
import type { Database, Filter, Index } from './collection.ts';
import { decidedNow } from './decided.ts';
import { type Fence, FILLED, MOMENT, NOT_NEGATIVE, oneOf, oneOfOrNone } from './fence.ts';
import { deliveryOf, LONG_AGO, type StoredDelivery, UNSENT, unsent } from './stored-delivery.ts';

const INDEXES: readonly Index[] = [
  // `order` precedes `notBefore`: results come sorted, and `notBefore` is checked in the index, not in the documents.
  { fields: { state: 1, order: 1, notBefore: 1 } },
  { fields: { state: 1, run: 1, order: 1, notBefore: 1 } },
  { fields: { undelivered: 1 }, sparse: true },
  { fields: { standsAt: 1 }, sparse: true },
  { fields: { untold: 1 }, sparse: true },
];

const FENCE: Fence<StoredDelivery<unknown>> = {
  to: FILLED,
  order: FILLED,
  manner: oneOf(MANNERS),
  state: oneOf(DELIVERY_STATES),
  run: oneOfOrNone(PLATFORMS),
  heldOn: oneOfOrNone(PLATFORMS),
  attempts: NOT_NEGATIVE,
  notBefore: MOMENT,
  leaseUntil: MOMENT,
};

/** Deliveries read for one round of sending. */
const BATCH_SIZE = 200;
/** Large, because the embedded store scans the whole queue to find these. */
const RUN_BATCH_SIZE = 1000;
/** Deliveries read per page when all of them are scanned. */
const PAGE_SIZE = 2000;
const HELD = { heldOn: true } as const;
const ASIDE = { aside: true } as const;

const READY: readonly (keyof Ready)[] = ['to', 'order', 'manner', 'tryAt', 'leaseUntil', 'aside'];

/** Every port that the stored messages implement. The content of a message is stored and returned unchanged. */
export type StoredDeliveries<Say> = Deliveries<Say> &
  HeldDeliveries &
  Untold<Say> &
  Undelivered<Say> &
  DeliveryStates &
  SentMessages<Say> &
  RunOutcomes &
  Outbox<Say> &
  PlannedMessages &
  MessagesOfWeek &
  MessagesOfPerson;

export const openDeliveries = async <Say>(database: Database): Promise<StoredDeliveries<Say>> => {
  const deliveries = await database.collection<StoredDelivery<unknown>>('deliveries', INDEXES, FENCE);

  return {
    add: async (owed: Debt<Say> | readonly Owed<Say>[]) => {
      for (const message of decidedNow('id' in owed ? [owed] : owed)) await deliveries.insert(unsent(message));
    },
    addClaimed: async (debt, holder, until) => {
      const [decided] = decidedNow([debt]);
      if (decided === undefined) return null;
      const claimed: StoredDelivery<Say> = { ...unsent(decided), attempts: 1, leaseBy: holder, leaseUntil: until };
      return (await deliveries.insert(claimed)) ? deliveryOf(claimed) : null;
    },
    unreachable: async (ids) => {
      const found = await deliveries.find({ _id: { $in: [...ids] }, state: 'unreachable' }, { fields: [] });
      return found.map(({ _id }) => _id);
    },
    leavesAt: async (id) => {
      const [waiting] = await deliveries.find({ _id: id, state: { $in: UNSENT } }, { fields: ['notBefore'] });
      return waiting?.notBefore ?? null;
    },
    waits: async (id) => (await deliveries.find({ _id: id, state: { $in: UNSENT } }, { fields: [] })).length > 0,
    forget: async (people) => {
      // There is no index by person: every message would pay for a query that runs only when somebody is erased.
      for (let after = '', removed = 0; ; ) {
        const page = await deliveries.find(
          { _id: { $gt: after } },
          { sort: { _id: 1 }, limit: PAGE_SIZE, fields: ['to'] },
        );
        for (const { _id, to } of page) {
          if (people.some((person) => person === to)) removed += await deliveries.remove({ _id });
        }
        const last = page.at(-1);
        if (last === undefined) return removed;
        after = last._id;
      }
    },
    due: async (machineNow, domainNow) => {
      const heads = new Map<string, Ready>();
      /** Who is being sent something at this moment. */
      const busy = new Set<string>();
      // Page by page, so that messages waiting for a retry never block people who can be reached.
      for (let after = ''; ; ) {
        const due: Filter<StoredDelivery<unknown>> = {
          state: 'due',
          order: { $gt: after },
          notBefore: { $lte: domainNow },
        };
        const page: Ready[] = await deliveries.find(due, { sort: { order: 1 }, limit: BATCH_SIZE, fields: READY });
        for (const message of page) {
          if (message.leaseUntil > machineNow) busy.add(message.to);
          else if (message.tryAt > machineNow && delaysNobody(message)) continue;
          if (!heads.has(message.to)) heads.set(message.to, message);
        }
        const ready = [...heads.values()].filter(({ to, tryAt }) => tryAt <= machineNow && !busy.has(to));
        const last = page.at(-1);
        if (last === undefined || page.length < BATCH_SIZE) return { ready, waiting: new Set(heads.keys()) };
        if (ready.length >= BATCH_SIZE) return { ready, waiting: null };
        after = last.order;
      }
    },
    queued: (queue, machineNow, domainNow) =>
      deliveries.find(
        {
          state: 'queued',
          run: queue,
          notBefore: { $lte: domainNow },
          tryAt: { $lte: machineNow },
          leaseUntil: { $lte: machineNow },
        },
        { sort: { order: 1 }, limit: RUN_BATCH_SIZE },
      ),
    claim: async (id, holder, machineNow, until) => {
      const claimed = await deliveries.updateAndGet(
        { _id: id, state: { $in: UNSENT }, leaseUntil: { $lte: machineNow } },
        { $set: { leaseBy: holder, leaseUntil: until }, $inc: { attempts: 1 } },
      );
      return claimed === null ? null : deliveryOf(claimed as StoredDelivery<Say>);
    },
    freeAll: async () => {
      for (const { _id } of await deliveries.find(
        { state: { $in: UNSENT }, leaseUntil: { $gt: LONG_AGO } },
        { fields: [] },
      )) {
        await deliveries.update({ _id, state: { $in: UNSENT } }, { $set: { leaseBy: null, leaseUntil: LONG_AGO } });
      }
    },
    busy: async (machineNow, domainNow) => {
      const sending: Filter<StoredDelivery<unknown>> = {
        state: { $in: UNSENT },
        notBefore: { $lte: domainNow },
        leaseUntil: { $gt: machineNow },
      };
      return (await deliveries.find(sending, { limit: 1, fields: [] })).length > 0;
    },
    renew: (id, holder, until) => deliveries.update({ _id: id, leaseBy: holder }, { $set: { leaseUntil: until } }),
    finish: async (id, holder, outcome, untold = false) => {
      const { at: sentAt, ...more } = 'at' in outcome ? outcome : { ...outcome, at: null };
      const { uncounted = false, ...rest } = { uncounted: undefined, ...more };
      const free = { leaseBy: null, leaseUntil: LONG_AGO };
      await deliveries.update(
        { _id: id, leaseBy: holder },
        {
          $set: { ...free, ...rest, sentAt, ...(untold ? { untold: true as const } : {}) },
          $unset: { ...('heldOn' in rest ? {} : HELD), ...('aside' in rest ? {} : ASIDE) },
          ...(uncounted ? { $inc: { attempts: -1 } } : {}),
        },
      );
    },
    release: async (queue) => {
      for (const state of UNSENT) {
        for (const { _id } of await deliveries.find({ state, heldOn: queue }, { fields: [] })) {
          await deliveries.update({ _id, state, heldOn: queue }, { $set: { tryAt: LONG_AGO }, $unset: HELD });
        }
      }
    },
    notDelivered: async (week) => ({
      undeliverable: await deliveries.count(endedAs('unreachable', week)),
      failed: await deliveries.count(endedAs('failed', week)),
    }),
    failedIn: async (week) => (await deliveries.find(endedAs('failed', week), { fields: [] })).map(({ _id }) => _id),
    untold: async () =>
      (await deliveries.find({ untold: true })).map((stored) => deliveryOf(stored as StoredDelivery<Say>)),
    told: async (id, of) => {
      await deliveries.update({ _id: id, untold: true, state: of }, { $unset: { untold: true } });
    },
    statesOf: async (ids) => {
      const found = await deliveries.find(
        { _id: { $in: [...ids] } },
        { fields: ['state', 'reason', 'sentAt', 'heldOn'] },
      );
      return new Map(found.map((delivery) => [delivery._id, deliveryState(delivery)]));
    },
    standing: async (places) =>
      (await deliveries.find({ standsAt: { $in: [...places] } }, { fields: ['to', 'say'] })).map(({ to, say }) => ({
        to,
        say: say as Say,
      })),
    undeliveredTo: async (person) =>
      (await deliveries.find({ undelivered: person, state: 'unreachable' })).toSorted(byOrder).map(
        ({ _id, to, manner, answers, notBefore, say, run }): Owed<Say> => ({
          id: _id,
          to,
          manner,
          notBefore,
          say: say as Say,
          ...(answers === undefined ? {} : { answers }),
          ...(run === undefined ? {} : { queue: run }),
        }),
      ),
    retry: async (id) => {
      const ended: Filter<Delivery<unknown>> = { _id: id, state: { $in: ['unreachable', 'failed'] } };
      const again = { attempts: 0, tryAt: LONG_AGO };
      const $unset = { undelivered: true, failingSince: true } as const;
      return (
        (await deliveries.update(
          { ...ended, run: { $exists: false } },
          { $set: { ...again, state: 'due' }, $unset },
        )) || deliveries.update({ ...ended, run: { $exists: true } }, { $set: { ...again, state: 'queued' }, $unset })
      );
    },
  };
};

/** The messages of a week, by the ids that `nudgeIdFor` gives them. */
const nudgesOf = (week: Week): Filter<StoredDelivery<unknown>> => ({
  _id: { $gte: nudgeIdFor(week, personId('')), $lt: nudgeIdFor(week, personId('\u{10ffff}')) },
});

/** A run's messages have a queue; the updates of their cards, whose ids begin alike, have none. */
const endedAs = (state: 'unreachable' | 'failed', week: Week): Filter<StoredDelivery<unknown>> => ({
  ...nudgesOf(week),
  state,
  run: { $exists: true },
});

const byOrder = (a: { order: string }, b: { order: string }): number => (a.order < b.order ? -1 : 1);

/** A quiet update or a message set aside may wait for its retry while later ones pass. */
const delaysNobody = ({ manner, aside }: Pick<Ready, 'manner' | 'aside'>): boolean =>
  manner === 'quiet' || aside === true;
