import type { Channel } from '../adapters/chat/channel.ts';
import type { Platform } from '../bot/platform.ts';
import { createCards } from '../cards/create-cards.ts';
import { JOB_NAMES, runJob } from '../jobs/jobs.ts';
import { createRateLimit } from '../outbox/rate-limit.ts';
import type { Sender } from '../outbox/sender.ts';
import type { AppContext } from './context.ts';
import { createMessageSender } from './delivery/create-message-sender.ts';
import { noticesOn } from './delivery/notices-on.ts';
import { logProgress } from './log-progress.ts';
import { PLATFORM_LIMITS } from './platforms/limits.ts';
import { stopwatch } from './stopwatch.ts';

/** Creates the sender. The recipient's address decides the platform, not the platform the message came from. */
export const senderOf = (
  { content: { organisation, principles }, store, deps, log }: AppContext,
  channels: ReadonlyMap<Platform, Channel>,
): Sender => {
  const cards = createCards({ timeZone: organisation.timeZone, principles });
  const noticeChannels = new Map([...channels].map(([platform, channel]) => [platform, noticesOn(channel, cards)]));
  return createMessageSender({
    debtors: store.debtors,
    deliveries: store.deliveries,
    sending: { deps, posts: store.posts, channelOn: (platform) => noticeChannels.get(platform) ?? null },
    rateLimit: createRateLimit(store.paceBook, PLATFORM_LIMITS, stopwatch),
    clock: deps.clock,
    onFault: (error, delivery) => log.warn({ err: error, delivery: delivery?._id }, 'a delivery was put off'),
  });
};

/** Runs every job, then the outbox. A failing job stops neither the others nor the next minute's run. */
export const tick = async ({ deps, log }: AppContext, sender: Sender): Promise<void> => {
  for (const name of JOB_NAMES) {
    const did = await runJob(name, deps).catch((error) => log.error({ err: error, job: name }, 'a job failed'));
    if (did !== undefined && Object.keys(did).length > 0) log.info({ job: name, ...did }, 'a job did something');
  }
  await logProgress(deps, log);
  await sender.sweep().catch((error) => log.error({ err: error }, 'sending failed'));
};

/** Sends what is due. Owed messages are stored already, so a failure fails no request: the next sweep retries. */
export const flushed = ({ log }: Pick<AppContext, 'log'>, sender: Sender): Promise<void> =>
  sender.flush().catch((error) => log.error({ err: error }, 'sending failed'));
