import { deliveryState } from '../../bot/messages/delivery-states.ts';
import type { StuckMessage, StuckMessages } from '../../bot/messages/stuck.ts';
import { PLATFORMS, type Platform } from '../../bot/platform.ts';
import type { Collection, Database, Filter } from './collection.ts';
import { LONG_AGO, type StoredDelivery, UNSENT } from './stored-delivery.ts';

type Stored = StoredDelivery<unknown>;

const STUCK: readonly Filter<Stored>[] = [
  { undelivered: { $gt: '' as never } },
  ...UNSENT.flatMap((state): Filter<Stored>[] => [
    { state, failingSince: { $gt: LONG_AGO } },
    ...PLATFORMS.map((heldOn) => ({ state, heldOn })),
  ]),
];

/** Reads what did not go out; for operators and admins, so it need not be fast. */
export const openStuckMessages = async (database: Database): Promise<StuckMessages> => {
  const deliveries: Collection<Stored> = await database.collection<Stored>('deliveries', []);
  return {
    stuck: async (limit) => {
      const found = new Map<string, Stored>();
      for (const filter of STUCK)
        for (const delivery of await deliveries.find(filter, limit === undefined ? {} : { limit }))
          found.set(delivery._id, delivery);
      return [...found.values()]
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .slice(0, limit)
        .flatMap(stuckIn);
    },
    counts: async () => {
      let waiting = 0;
      for (const state of UNSENT) waiting += await deliveries.count({ state, heldOn: { $in: PLATFORMS } });
      return {
        undeliverable: await deliveries.count({ state: 'unreachable' }),
        failed: await deliveries.count({ state: 'failed' }),
        waiting,
      };
    },
    hurry: (id) =>
      deliveries.update(
        { _id: id, state: { $in: UNSENT }, leaseUntil: { $lte: new Date() }, tryAt: { $gt: LONG_AGO } },
        { $set: { tryAt: LONG_AGO } },
      ),
  };
};

const stuckIn = (delivery: Stored): StuckMessage[] => {
  const { state } = deliveryState(delivery);
  if (state === 'sent' || state === 'obsolete') return [];
  const { _id: id, say, manner, notBefore: since, attempts, reason } = delivery;
  return [
    {
      id,
      state,
      kind: kindOf(say),
      quiet: manner === 'quiet',
      platform: platformOf(delivery),
      since,
      attempts,
      reason: reason ?? '',
    },
  ];
};

const kindOf = (say: unknown): string =>
  typeof say === 'object' && say !== null && 'kind' in say ? String(say.kind) : 'unknown';

/** The platform that refused it. A reason begins with its name, such as "Teams answered 403". */
const platformOf = ({ heldOn, run, reason }: Stored): Platform | null =>
  heldOn ?? run ?? PLATFORMS.find((platform) => reason?.toLowerCase().startsWith(platform)) ?? null;
