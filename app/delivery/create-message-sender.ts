import type { Saying } from '../../bot/notices.ts';
import { isRunPaused } from '../../bot/nudges/run-paused.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import { createSender, type Sender, type SenderDeps } from '../../outbox/sender.ts';
import { createDeliver } from './deliver.ts';
import type { Sending } from './deps.ts';

export type MessageSenderDeps = Pick<
  SenderDeps<Saying>,
  'debtors' | 'deliveries' | 'rateLimit' | 'clock' | 'onFault'
> & { sending: Sending };

/** The outbox engine set up for Sammen's messages: each platform is a queue, and the weekly principle is the run. */
export const createMessageSender = ({ sending, ...engine }: MessageSenderDeps): Sender =>
  createSender({
    ...engine,
    deliver: createDeliver(sending),
    queues: PLATFORMS,
    runsPaused: () => isRunPaused(sending.deps),
  });
