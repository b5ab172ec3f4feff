import type { Channel } from '../adapters/chat/channel.ts';
import type { Platform } from '../bot/platform.ts';
import { createCards } from '../cards/create-cards.ts';
import { createRateLimit } from '../outbox/rate-limit.ts';
import type { Sender } from '../outbox/sender.ts';
import type { AppContext } from './context.ts';
import { createAlarm } from './delivery/alarm.ts';
import { createMessageSender } from './delivery/create-message-sender.ts';
import { noticesOn } from './delivery/notices-on.ts';
import { countDeliveries } from './metrics/count-deliveries.ts';
import { PLATFORM_LIMITS } from './platforms/limits.ts';
import { stopwatch } from './stopwatch.ts';

/** Creates the sender. The recipient's address decides the platform, not the platform the message came from. */
export const senderOf = (
  { content: { organisation, principles }, store, deps, log, faults, metrics }: AppContext,
  channels: ReadonlyMap<Platform, Channel>,
): Sender => {
  const cards = createCards({ timeZone: organisation.timeZone, principles });
  const noticeChannels = new Map([...channels].map(([platform, channel]) => [platform, noticesOn(channel, cards)]));
  return createMessageSender({
    debtors: store.debtors,
    deliveries: store.deliveries,
    holds: store.holds,
    alarm: createAlarm({ deps, log }),
    sending: { deps, posts: store.posts, channelOn: (platform) => noticeChannels.get(platform) ?? null },
    rateLimit: createRateLimit(store.paceBook, PLATFORM_LIMITS, stopwatch),
    clock: deps.clock,
    onFault: (error, delivery) =>
      delivery === null
        ? faults.note('sending', 'sending failed', error)
        : faults.note('sending', 'a delivery was put off', error, { delivery: delivery._id }),
    counted: (deliver) => countDeliveries(deliver, metrics),
  });
};

/** Sends what is due. Owed messages are stored already, so a failure fails no request: the next sweep retries. */
export const flushed = ({ faults }: Pick<AppContext, 'faults'>, sender: Sender): Promise<void> =>
  sender.flush().catch((error) => faults.note('sending', 'sending failed', error));
