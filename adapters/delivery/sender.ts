import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryId } from '../../bot/ids.ts';
import { isRunHeld } from '../../bot/nudges/run-held.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import type { Clock } from '../../bot/time/clock.ts';
import type { Owing } from './delivery.ts';
import { createLane, type Job } from './lane.ts';
import { relay } from './relay.ts';
import { LEASE, newLease, type SendDeps, sendClaimed, sendOne } from './send-one.ts';

const SWEEP = 5_000;
const LOOK_AGAIN = 50;
/** So many messages are on their way at once: people's words, and of a run on each platform. */
const AT_ONCE = 40;

export type SenderDeps = SendDeps & {
  debtors: readonly Owing[];
  clock: Clock;
};

export type Sender = {
  /** Relays and sends what people wait for; resolves when nothing of it is left that this process could send. */
  flush(): Promise<void>;
  /** The same, and the runs; waits for what other processes are sending now, or were when they died. */
  drain(): Promise<void>;
  /** Goes on with the runs; nobody waits for them. */
  sweep(): Promise<void>;
  /** Sweeps for lapsed leases, unrelayed debts and runs every 5 s, from now on. */
  start(): void;
  stop(): Promise<void>;
};

export const createSender = (deps: SenderDeps): Sender => {
  const { deliveries, debtors, clock, onFault, pace } = deps;
  const holder = randomUUID();
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const jobFor = (id: DeliveryId): Job => ({ id, send: () => sendOne(id, holder, deps) });
  const words = createLane({
    find: async (free, begin) => {
      const ready = await relay(debtors, deliveries, {
        most: free,
        domainNow: clock(),
        begin: async (debt) => {
          const claimed = stopped ? null : await deliveries.addClaimed(debt, holder, newLease());
          if (claimed !== null) begin({ id: claimed._id, send: () => sendClaimed(claimed, holder, deps) });
          return claimed !== null;
        },
      });
      return ready.map(({ _id }) => jobFor(_id));
    },
    atOnce: AT_ONCE,
  });
  // A lane of its own for each platform: people's words never wait for a run, nor one platform for another.
  const runs = PLATFORMS.map((platform) =>
    createLane({
      find: async () => {
        if (await isRunHeld(deps.sending.deps)) return [];
        const queued = await deliveries.queued(platform, new Date(), clock());
        return shuffled(queued).map(({ _id }) => jobFor(_id));
      },
      atOnce: AT_ONCE,
    }),
  );

  const everything = async (): Promise<void> => {
    await Promise.all([words, ...runs].map((lane) => lane.flush()));
  };

  const sweep = async (): Promise<void> => {
    for (const lane of runs) lane.flush().catch((error) => onFault(error, null));
    await words.flush();
  };

  const drain = async (): Promise<void> => {
    await everything();
    const deadline = Date.now() + LEASE + SWEEP;
    while (!stopped && Date.now() < deadline && (await deliveries.busy(new Date(), clock()))) {
      await sleep(LOOK_AGAIN);
      await everything();
    }
  };

  return {
    flush: words.flush,
    drain,
    sweep,
    start: () => {
      timer = setInterval(() => sweep().catch((error) => onFault(error, null)), SWEEP);
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearInterval(timer);
      pace.stop();
      await Promise.all([words, ...runs].map((lane) => lane.stop()));
    },
  };
};

/** Several processes that send one run begin at different places of it. */
const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
