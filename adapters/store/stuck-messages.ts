import { deliveryState } from '../../bot/messages/delivery-states.ts';
import type { StuckMessage, StuckMessages } from '../../bot/messages/stuck.ts';
import { PLATFORMS, type Platform } from '../../bot/platform.ts';
import type { Delivery, Queue } from '../../outbox/ports.ts';
import type { Collection, Database } from './collection.ts';
import { decidedAt } from './decided.ts';

type Stored = Omit<Delivery<unknown>, 'queue'> & { run?: Queue };

const LONG_AGO = new Date(0);
const UNSENT = ['due', 'queued'] as const;

/** Reads what did not go out; for operators and admins, so it need not be fast. */
export const openStuckMessages = async (database: Database): Promise<StuckMessages> => {
  const deliveries: Collection<Stored> = await database.collection<Stored>('deliveries', []);
  return {
    stuck: async () => {
      const found = await deliveries.find({ undelivered: { $gt: '' as never } });
      for (const state of UNSENT) {
        found.push(...(await deliveries.find({ state, failingSince: { $gt: LONG_AGO } })));
        for (const heldOn of PLATFORMS) found.push(...(await deliveries.find({ state, heldOn })));
      }
      const each = new Map(found.map((delivery) => [delivery._id, delivery]));
      return [...each.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1)).flatMap(stuckIn);
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
  const { _id: id, say, manner, order, attempts, reason } = delivery;
  return [
    {
      id,
      state,
      kind: kindOf(say),
      quiet: manner === 'quiet',
      platform: platformOf(delivery),
      since: decidedAt(order),
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
