import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../bot/ports.ts';
import { deliver, type Sending } from './deliver.ts';
import type { Deliveries, Delivery, Outcome, Owing } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import { inParallel } from './in-parallel.ts';
import { relay } from './relay.ts';

/** A lease outlives a stalled moment, not a dead process; it is renewed while in use (design, section 3). */
const LEASE = 15_000;
const RENEW = 5_000;
const SWEEP = 5_000;
const LOOK_AGAIN = 50;
const MOST_ATTEMPTS = 12;
const MOST_MARKS = 10;
const MARK_AGAIN = 500;
const FIRST_BACKOFF = 1_000;
const LONGEST_BACKOFF = 15 * 60_000;
/** Before somebody looks again whether a run goes on. */
const HELD = 30_000;

export type SenderNeeds = {
  debtors: readonly Owing[];
  deliveries: Deliveries;
  sending: Sending;
  clock: Clock;
  onFault(error: unknown, delivery: Delivery | null): void;
};

export type Sender = {
  /** Relays and sends all that is due now; resolves when nothing is left that this process could send. */
  flush(): Promise<void>;
  /** The same, and waits for what other processes are sending now, or were when they died. */
  drain(): Promise<void>;
  /** Sweeps for lapsed leases and unrelayed debts every 5 s, from now on. */
  start(): void;
  stop(): Promise<void>;
};

export const createSender = (needs: SenderNeeds): Sender => {
  const holder = randomUUID();
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const round = async (): Promise<void> => {
    await relay(needs.debtors, needs.deliveries);
    while (!stopped) {
      const ready = await needs.deliveries.ready(new Date(), needs.clock());
      if (ready.length === 0) return;
      const took = await inParallel(ready, (one) => sendOne(one, holder, needs));
      if (!took.includes(true)) return;
      await relay(needs.debtors, needs.deliveries);
    }
  };

  /** One round at a time; who asks during a round gets the one after it, which sees what they wrote. */
  const flush = (): Promise<void> => {
    if (running === null) {
      running = round().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return flush();
      });
    return next;
  };

  const drain = async (): Promise<void> => {
    const deadline = Date.now() + LEASE + SWEEP;
    await flush();
    while (!stopped && Date.now() < deadline && (await needs.deliveries.busy(new Date(), needs.clock()))) {
      await sleep(LOOK_AGAIN);
      await flush();
    }
  };

  return {
    flush,
    drain,
    start: () => {
      timer = setInterval(() => flush().catch((error) => needs.onFault(error, null)), SWEEP);
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
};

/** True when this process took the delivery, whatever came of it. */
const sendOne = async (ready: Delivery, holder: string, needs: SenderNeeds): Promise<boolean> => {
  const { deliveries } = needs;
  const lease = () => new Date(Date.now() + LEASE);
  const claimed = await deliveries.claim(ready._id, holder, new Date(), lease());
  if (claimed === null) return false;
  const renewal = setInterval(() => {
    deliveries.renew(claimed._id, holder, lease()).catch((error) => needs.onFault(error, claimed));
  }, RENEW);
  try {
    const outcome = await tryToDeliver(claimed, needs);
    // A store that is away now must not undo a message that was sent: the mark is tried for as long as the lease holds.
    for (let tries = 1; ; tries++) {
      try {
        await deliveries.finish(claimed._id, holder, outcome);
        return true;
      } catch (error) {
        if (tries === MOST_MARKS) throw error;
        await sleep(MARK_AGAIN);
      }
    }
  } finally {
    clearInterval(renewal);
  }
};

const tryToDeliver = async (claimed: Delivery, needs: SenderNeeds): Promise<Outcome> => {
  try {
    const delivered = await deliver(claimed, needs.sending);
    switch (delivered.kind) {
      case 'sent':
        return { state: 'sent', at: new Date() };
      case 'obsolete':
        return { state: 'obsolete' };
      case 'held':
        return { state: 'due', tryAt: new Date(Date.now() + HELD), reason: null };
      case 'later':
        return { state: 'due', tryAt: new Date(), notBefore: delivered.at, reason: null };
    }
  } catch (error) {
    needs.onFault(error, claimed);
    return outcomeOf(error, claimed);
  }
};

const outcomeOf = (error: unknown, { attempts, reason: before }: Delivery): Outcome => {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof DeliveryError) {
    const { outcome } = error;
    if (outcome === 'unreachable' || outcome === 'failed') return { state: outcome, reason };
    if (outcome === 'doubtful' && reason === before) return { state: 'unreachable', reason };
  }
  if (attempts >= MOST_ATTEMPTS) return { state: 'failed', reason };
  const asked = error instanceof DeliveryError ? error.retryAfter : null;
  const backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (attempts - 1));
  // Jitter keeps many conversations that failed together from coming back together.
  return { state: 'due', tryAt: new Date(Date.now() + (asked ?? backoff / 2) + Math.random() * (backoff / 2)), reason };
};
