import { randomUUID } from 'node:crypto';
import type { Clock } from '../../bot/ports.ts';
import { deliver, type Sending } from './deliver.ts';
import type { Deliveries, Delivery, Outcome, Owing } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import { relay } from './relay.ts';

/** A lease outlives a stalled moment, not a dead process; it is renewed while in use (design, section 3). */
const LEASE = 15_000;
const RENEW = 5_000;
const SWEEP = 5_000;
const AT_ONCE = 10;
const MOST_ATTEMPTS = 12;
const FIRST_BACKOFF = 1_000;
const LONGEST_BACKOFF = 15 * 60_000;

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

  return {
    flush,
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
    const state = await deliver(claimed, needs.sending);
    await deliveries.finish(claimed._id, holder, state === 'sent' ? { state, at: new Date() } : { state });
  } catch (error) {
    needs.onFault(error, claimed);
    await deliveries.finish(claimed._id, holder, outcomeOf(error, claimed.attempts));
  } finally {
    clearInterval(renewal);
  }
  return true;
};

const outcomeOf = (error: unknown, attempts: number): Outcome => {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof DeliveryError && error.outcome !== 'retry') return { state: error.outcome, reason };
  if (attempts >= MOST_ATTEMPTS) return { state: 'failed', reason };
  const asked = error instanceof DeliveryError ? error.retryAfter : null;
  const backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (attempts - 1));
  // Jitter keeps many conversations that failed together from coming back together.
  return { state: 'due', tryAt: new Date(Date.now() + (asked ?? backoff / 2) + Math.random() * (backoff / 2)), reason };
};

const inParallel = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  const queue = [...items];
  const workers = Array.from({ length: Math.min(AT_ONCE, queue.length) }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) results.push(await work(item));
  });
  await Promise.all(workers);
  return results;
};
