import type { Saying } from '../../bot/notices.ts';
import { isRunPaused } from '../../bot/nudges/run-paused.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import type { Deliveries, Untold } from '../../outbox/ports.ts';
import { createSender, type Sender, type SenderDeps } from '../../outbox/sender.ts';
import { createDeliver } from './deliver.ts';
import type { Sending } from './deps.ts';
import { createOnSettled, watches } from './on-settled.ts';

export type MessageSenderDeps = Pick<SenderDeps<Saying>, 'debtors' | 'rateLimit' | 'clock' | 'onFault'> & {
  deliveries: Deliveries<Saying> & Untold<Saying>;
  sending: Sending;
};

/** The outbox engine set up for Sammen's messages: each platform is a queue, and the weekly principle is the run. */
export const createMessageSender = ({ sending, ...engine }: MessageSenderDeps): Sender =>
  createSender({
    ...engine,
    untold: engine.deliveries,
    deliver: createDeliver(sending),
    watches,
    onSettled: createOnSettled(sending),
    queues: PLATFORMS,
    runsPaused: () => isRunPaused(sending.deps),
  });
