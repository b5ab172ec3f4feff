/**
 * The outbox. A state change and the messages that it owes are one write; everything after that is done here.
 *
 * Terms
 * - debt: a message that a document owes, not handed over yet.
 * - relay: copies debts to the deliveries, then strikes them off.
 * - delivery: one message on its way to one recipient; the job of this engine.
 * - run: many deliveries that are sent behind what people wait for. They share a queue, and the queue a rate limit.
 * - worker: sends one delivery at a time. A worker pool has up to `WORKERS` of them: one pool for what people wait for,
 *   one for each queue.
 * - lease: until when nobody but its holder, one sender, may send a delivery. It is renewed while the work lasts.
 * - sweep: looks for lapsed leases, unrelayed debts and runs.
 *
 * Guarantees
 * - Nothing that is owed is lost: a process that dies leaves a debt, or a lease that lapses.
 * - One delivery has one holder at a time. It is sent twice only if its process dies between the platform's "ok" and the
 *   mark, or if the platform's answer was lost; its id is the same then, for a platform that can see a repeat.
 * - One recipient gets what people wait for in the order it was decided, each after the one before is dealt with. What
 *   waits holds up nobody else's.
 * - A queue's rate limit holds over all processes, and every request counts towards it. Runs give way to the rest.
 * - The outbox knows neither what is said nor where: `deliver` does, and says by its result or a `DeliveryError` what
 *   is to become of a delivery.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryId } from '../bot/ids.ts';
import type { Clock } from '../bot/time/clock.ts';
import { SECOND } from '../bot/time/units.ts';
import { LEASE, newLease } from './lease.ts';
import type { Owing, Queue } from './ports.ts';
import { relay } from './relay.ts';
import { type SendDeps, sendClaimed, sendOne } from './send-one.ts';
import { createWorkerPool, type Job } from './worker-pool.ts';

const SWEEP = 5 * SECOND;
const LOOK_AGAIN = 50;
/** Workers of one pool. */
const WORKERS = 40;

export type SenderDeps<Say> = SendDeps<Say> & {
  debtors: readonly Owing<Say>[];
  /** Every queue that a run may be in. */
  queues: readonly Queue[];
  /** Whether the runs are paused: then nothing of them is claimed. */
  runsPaused(): Promise<boolean>;
  clock: Clock;
};

export type Sender = {
  /** Relays and sends what people wait for; resolves when nothing of it is left that this process could send. */
  flush(): Promise<void>;
  /** The same, and the runs; waits for what other processes are sending now, or were when they died. */
  drain(): Promise<void>;
  /** Goes on with the runs; nobody waits for them. */
  sweep(): Promise<void>;
  /** Sweeps every 5 s, from now on. */
  start(): void;
  stop(): Promise<void>;
};

export const createSender = <Say>(deps: SenderDeps<Say>): Sender => {
  const { deliveries, debtors, queues, clock, onFault, rateLimit } = deps;
  const holder = randomUUID();
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const jobFor = (id: DeliveryId): Job => ({ id, send: () => sendOne(id, holder, deps) });
  const words = createWorkerPool({
    find: async (free, begin) => {
      const ready = await relay(debtors, deliveries, {
        max: free,
        domainNow: clock(),
        begin: async (debt) => {
          const claimed = stopped ? null : await deliveries.addClaimed(debt, holder, newLease());
          if (claimed !== null) begin({ id: claimed._id, send: () => sendClaimed(claimed, holder, deps) });
          return claimed !== null;
        },
      });
      return ready.map(({ _id }) => jobFor(_id));
    },
    workers: WORKERS,
  });
  // A pool for each queue: people's words never wait for a run, nor one queue for another.
  const runs = queues.map((queue) =>
    createWorkerPool({
      find: async () => {
        if (await deps.runsPaused()) return [];
        const queued = await deliveries.queued(queue, new Date(), clock());
        return shuffled(queued).map(({ _id }) => jobFor(_id));
      },
      workers: WORKERS,
    }),
  );

  const everything = async (): Promise<void> => {
    await Promise.all([words, ...runs].map((pool) => pool.flush()));
  };

  const sweep = async (): Promise<void> => {
    for (const pool of runs) pool.flush().catch((error) => onFault(error, null));
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
      rateLimit.stop();
      await Promise.all([words, ...runs].map((pool) => pool.stop()));
    },
  };
};

/** Several processes that send one run begin at different places of it. */
const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
