/**
 * The outbox. A state change and the messages it owes are stored in one write; the outbox does everything after that.
 *
 * Terms
 * - debt: a message that a document owes and that is not relayed yet.
 * - relay: copies debts to the deliveries, then strikes them off.
 * - delivery: one message on its way to one recipient; this engine's job.
 * - run: many deliveries, sent after those that people wait for. They share a queue, which has a rate limit.
 * - worker: sends one delivery at a time. Worker pools have up to `MAX_WORKERS`: one pool for the deliveries that people
 *   wait for, and one per queue.
 * - lease: the time in which only its holder, one sender, may send a delivery. It is renewed during the work.
 * - hold: a queue whose platform shuts the app out; nothing is sent there but a probe now and then.
 * - sweep: looks for lapsed leases, unrelayed debts and runs.
 *
 * Guarantees
 * - No owed message is lost: a process that dies leaves a debt, or a lease that lapses.
 * - A delivery has one holder at a time. It is sent twice only if its process dies between the platform's "ok" and the
 *   mark, or if the platform's answer is lost. Both have the same id, so a platform can detect the repeat.
 * - A recipient gets the messages that people wait for in the order they were decided, each after the previous one is
 *   dealt with. A waiting message delays no other recipient's.
 * - A queue's rate limit holds over all processes, and every request counts towards it. Runs give way to the rest.
 * - The end of a delivery is stored, and then told to `onSettled`; a process that dies in between leaves it untold, and
 *   the next sweep tells of it.
 * - The outbox knows neither content nor destination: `deliver` does, and its result or a `DeliveryError` decides what
 *   becomes of a delivery.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryId } from '../bot/ids.ts';
import type { Clock } from '../bot/time/clock.ts';
import { SECOND } from '../bot/time/units.ts';
import { LEASE_MS, newLease } from './lease.ts';
import type { Owing, Queue } from './ports.ts';
import { relay } from './relay.ts';
import { type SendDeps, sendClaimed, sendOne } from './send-one.ts';
import { tellUntold } from './settled.ts';
import { createWorkerPool, type Job } from './worker-pool.ts';

const SWEEP_MS = 5 * SECOND;
const POLL_MS = 50;
/** Workers per pool. */
const MAX_WORKERS = 40;

export type SenderDeps<Say> = SendDeps<Say> & {
  debtors: readonly Owing<Say>[];
  /** Every queue a run may use. */
  queues: readonly Queue[];
  /** Whether runs are paused; none of their deliveries is claimed then. */
  runsPaused(): Promise<boolean>;
  clock: Clock;
};

export type Sender = {
  /** Relays and sends what people wait for; resolves when this process can send no more of it. */
  flush(): Promise<void>;
  /**
   * Like `flush`, plus the runs; also waits for deliveries that other processes are sending, or were when they died.
   */
  drain(): Promise<void>;
  /** Like `flush`, and continues the runs without waiting for them. */
  sweep(): Promise<void>;
  /** Starts sweeping every 5 s. */
  start(): void;
  stop(): Promise<void>;
};

export const createSender = <Say>(deps: SenderDeps<Say>): Sender => {
  const { deliveries, debtors, queues, clock, onFault, rateLimit, holds } = deps;
  const holder = randomUUID();
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const jobFor = (id: DeliveryId): Job => ({ id, send: () => sendOne(id, holder, deps) });
  const people = createWorkerPool({
    find: async (free, begin) => {
      if (await holds.isPaused()) return [];
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
    workers: MAX_WORKERS,
  });
  // One pool per queue: messages that people wait for never wait for a run, nor one queue for another.
  const runs = queues.map((queue) =>
    createWorkerPool({
      find: async () => {
        const open = await holds.open(queue);
        if (open === 'none' || (await holds.isPaused()) || (await deps.runsPaused())) return [];
        const queued = shuffled(await deliveries.queued(queue, new Date(), clock()));
        return (open === 'one' ? queued.slice(0, 1) : queued).map(({ _id }) => jobFor(_id));
      },
      workers: MAX_WORKERS,
    }),
  );

  const everything = async (): Promise<void> => {
    await Promise.all([people, ...runs].map((pool) => pool.flush()));
  };

  const sweep = async (): Promise<void> => {
    for (const pool of runs) pool.flush().catch((error) => onFault(error, null));
    await people.flush();
    await tellUntold(deps);
    await holds.tellUntold();
  };

  const drain = async (): Promise<void> => {
    await everything();
    const deadline = Date.now() + LEASE_MS + SWEEP_MS;
    while (!stopped && Date.now() < deadline && (await deliveries.busy(new Date(), clock()))) {
      await sleep(POLL_MS);
      await everything();
    }
  };

  return {
    flush: people.flush,
    drain,
    sweep,
    start: () => {
      timer = setInterval(() => sweep().catch((error) => onFault(error, null)), SWEEP_MS);
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearInterval(timer);
      rateLimit.stop();
      await Promise.all([people, ...runs].map((pool) => pool.stop()));
    },
  };
};

/** Shuffles, so that several processes sending one run start at different places. */
const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
