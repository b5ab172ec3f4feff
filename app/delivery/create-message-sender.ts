import type { Saying } from '../../bot/notices.ts';
import { isRunPaused } from '../../bot/nudges/run-paused.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import { createHolds } from '../../outbox/holds.ts';
import type { Deliver, Deliveries, HeldDeliveries, HoldBook, Untold } from '../../outbox/ports.ts';
import { createSender, type Sender, type SenderDeps } from '../../outbox/sender.ts';
import type { Alarm } from './alarm.ts';
import { createDeliver } from './deliver.ts';
import type { Sending } from './deps.ts';
import { createOnSettled, watches } from './on-settled.ts';

export type MessageSenderDeps = Pick<SenderDeps<Saying>, 'debtors' | 'rateLimit' | 'clock' | 'onFault'> & {
  deliveries: Deliveries<Saying> & Untold<Saying> & HeldDeliveries;
  holds: HoldBook;
  alarm: Alarm;
  sending: Sending;
  /** Sees each try to deliver. */
  counted?(deliver: Deliver<Saying>): Deliver<Saying>;
};

/** The outbox engine set up for Sammen's messages: each platform is a queue, and the weekly principle is the run. */
export const createMessageSender = ({
  sending,
  holds,
  alarm,
  counted = (deliver) => deliver,
  ...engine
}: MessageSenderDeps): Sender =>
  createSender({
    ...engine,
    untold: engine.deliveries,
    holds: createHolds({
      book: holds,
      release: (queue) => engine.deliveries.release(queue),
      onHeld: (hold) => alarm.onHeld(hold),
      onFreed: (hold) => alarm.onFreed(hold),
      onFault: engine.onFault,
    }),
    deliver: counted(createDeliver(sending, alarm)),
    watches,
    onSettled: createOnSettled(sending),
    queues: PLATFORMS,
    runsPaused: () => isRunPaused(sending.deps),
  });
