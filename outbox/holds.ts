/**
 * Holds: a platform that shuts the app out (a lapsed secret, a disabled app) accepts nothing from anybody, so its queue
 * is held until it works again. The hold is stored, so every process obeys it. One attempt at a time, a probe, is let
 * through at growing pauses; when the platform accepts it or refuses it for a reason about the message or the person,
 * the hold ends and everything that waits goes out in order.
 */
import { HOUR, MINUTE, SECOND } from '../bot/time/units.ts';
import { DeliveryError } from './delivery-error.ts';
import { keptFresh } from './kept-fresh.ts';
import type { Hold, HoldBook, Queue } from './ports.ts';

export type HoldsDeps = {
  book: HoldBook;
  /** Makes due again what waits for this queue. */
  release(queue: Queue): Promise<void>;
  /** Tells admins that a platform shuts the app out, or works again. Safe to repeat. */
  onHeld(hold: Hold): Promise<void>;
  onFreed(hold: Hold): Promise<void>;
  onFault(error: unknown, delivery: null): void;
};

export type Holds = {
  /** Makes a request to the queue's platform, unless it is held. @throws DeliveryError `barred` while it is */
  request<T>(queue: Queue, work: () => Promise<T>): Promise<T>;
  /** How many of a queue's deliveries may be tried now: all, one as a probe, or none. */
  open(queue: Queue): Promise<'all' | 'one' | 'none'>;
  isPaused(): Promise<boolean>;
  /** Tells of holds whose process died before it told. */
  tellUntold(): Promise<void>;
};

const FIRST_PROBE_MS = 30 * SECOND;
const MAX_PROBE_MS = 10 * MINUTE;
/** A delivery whose probe failed lets the others probe first: it may be about its recipient after all. */
const AFTER_FAILED_PROBE_MS = 15 * SECOND;
/**
 * A policy may shut the app out for some people only. After a hold ended, the same refusal begins another only when so
 * many follow each other, without the platform accepting anything in between; until then each waits by itself.
 */
const MAX_ALONE = 3;
const ALONE_MS = 2 * MINUTE;
const REMEMBERED_MS = HOUR;
/** How long a process may miss that another one held a queue, or that sending was paused, in milliseconds. */
const FRESH_MS = SECOND;

export const probePause = (probes: number): number => Math.min(MAX_PROBE_MS, FIRST_PROBE_MS * 2 ** probes);

/** Faults that prove that the platform lets the app in: it looked at the message or the recipient. */
const PROVES_ENTRY: ReadonlySet<DeliveryError['outcome']> = new Set(['doubtful', 'gone', 'unreachable', 'failed']);

export const createHolds = ({ book, release, onHeld, onFreed, onFault }: HoldsDeps): Holds => {
  const holds = keptFresh(() => book.all(), FRESH_MS);
  /** The last hold that this process ended, by queue, and how many were refused for the same reason since. */
  const ended = new Map<Queue, { at: number; reason: string; alone: number }>();
  const paused = keptFresh(() => book.isPaused(), FRESH_MS);

  /** The hold on a queue. Only "none" may be a moment old: a hold that has ended must delay nothing. */
  const holdOn = async (queue: Queue): Promise<Hold | null> =>
    (await holds.get()).some((hold) => hold.queue === queue) ? book.get(queue) : null;

  const tellHeld = async (hold: Hold): Promise<void> => {
    await onHeld(hold);
    await book.told(hold.queue, hold.since);
  };

  const begin = async (queue: Queue, reason: string): Promise<Date> => {
    const since = new Date();
    const probeAt = new Date(since.getTime() + probePause(0));
    const hold = { queue, since, reason, probes: 0, probeAt, told: false };
    const isFirst = await book.add(hold);
    holds.drop();
    // The sweep tells of it when this fails.
    if (isFirst) await tellHeld(hold).catch((error: unknown) => onFault(error, null));
    return isFirst ? probeAt : ((await book.get(queue))?.probeAt ?? probeAt);
  };

  /** When a delivery that was just refused may be tried again. Holds the queue, unless the refusal is about few people. */
  const refused = async (queue: Queue, reason: string, isProbe: boolean): Promise<Date> => {
    const before = ended.get(queue);
    const isKnown = before?.reason === reason && Date.now() - before.at < REMEMBERED_MS;
    if (!isProbe && isKnown && ++before.alone < MAX_ALONE) return new Date(Date.now() + ALONE_MS);
    ended.delete(queue);
    return new Date((await begin(queue, reason)).getTime() + AFTER_FAILED_PROBE_MS);
  };

  /** The platform looked at a message, so it lets the app in. */
  const accepted = async (queue: Queue, hold: Hold | null): Promise<void> => {
    const before = ended.get(queue);
    if (before !== undefined) before.alone = 0;
    if (hold !== null) await free(hold);
  };

  const free = async (hold: Hold): Promise<void> => {
    ended.set(hold.queue, { at: Date.now(), reason: hold.reason, alone: 0 });
    const isFirst = await book.remove(hold.queue, hold.since);
    holds.drop();
    if (!isFirst) return;
    // What is not released now comes by itself when its next attempt is due.
    const released = release(hold.queue).then(() => onFreed(hold));
    await released.catch((error: unknown) => onFault(error, null));
  };

  const barred = (queue: Queue, reason: string, until: Date, cause?: unknown): DeliveryError =>
    new DeliveryError('barred', reason, {
      heldOn: queue,
      retryAfter: Math.max(0, until.getTime() - Date.now()),
      ...(cause === undefined ? {} : { cause }),
    });

  /** The hold that this request probes; null when the queue is not held. @throws DeliveryError when it may not probe */
  const probing = async (queue: Queue): Promise<Hold | null> => {
    const hold = await holdOn(queue);
    if (hold === null) return null;
    if (Date.now() >= hold.probeAt.getTime()) {
      const next = new Date(Date.now() + probePause(hold.probes + 1));
      if (await book.takeProbe(queue, hold.probeAt, next)) return hold;
      // Another process took it, or ended the hold.
      const now = await book.get(queue);
      if (now === null) return null;
      throw barred(queue, now.reason, now.probeAt);
    }
    throw barred(queue, hold.reason, hold.probeAt);
  };

  return {
    request: async (queue, work) => {
      const hold = await probing(queue);
      try {
        const done = await work();
        await accepted(queue, hold);
        return done;
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error;
        if (error.outcome === 'barred')
          throw barred(queue, error.message, await refused(queue, error.message, hold !== null), error);
        if (PROVES_ENTRY.has(error.outcome)) await accepted(queue, hold);
        throw error;
      }
    },
    open: async (queue) => {
      const hold = await holdOn(queue);
      if (hold === null) return 'all';
      return Date.now() >= hold.probeAt.getTime() ? 'one' : 'none';
    },
    isPaused: () => paused.get(),
    tellUntold: async () => {
      for (const { queue, told } of await holds.get()) {
        const hold = told ? null : await book.get(queue);
        if (hold !== null && !hold.told) await tellHeld(hold);
      }
    },
  };
};
