import type { Queue, RateBook } from './ports.ts';

/** The machine's time, in milliseconds; tests use one they can move. */
export type Stopwatch = { now(): number; sleep(milliseconds: number, stopped: AbortSignal): Promise<void> };

export type RateLimit = {
  /** Resolves when it is this process's turn; to false when stopped first. */
  turn(queue: Queue): Promise<boolean>;
  /** Records a request made outside a run, so that runs give way to it. */
  used(queue: Queue): void;
  /** Holds the queue for all processes, as the platform asked. */
  hold(queue: Queue, milliseconds: number): Promise<void>;
  stop(): void;
};

/** Requests per second over all processes; a queue without a limit is sent as fast as possible. */
export type RateLimits = Partial<Record<Queue, number>>;

/** The share of the limit we use: requests spend different times on the way, and must not bunch above the limit. */
const USED_SHARE = 0.975;
/**
 * A turn that comes later than this many milliseconds, because the process stalled, is drawn again: late turns would
 * bunch.
 */
const MAX_LATE_MS = 20;
const MAX_LEAD_MS = 500;

/** Rate-limits each queue: processes draw turns from a shared book, so that together they stay below the limit. */
export const createRateLimit = (book: RateBook, limits: RateLimits, watch: Stopwatch): RateLimit => {
  const stop = new AbortController();
  const last = new Map<Queue, Promise<boolean>>();
  const given = new Map<Queue, number>();
  const heldUntil = new Map<Queue, number>();
  // Draws this many milliseconds ahead, so that the moment is not over before the store answers.
  let lead = 0;

  const take = async (queue: Queue): Promise<boolean> => {
    const limit = limits[queue];
    while (!stop.signal.aborted) {
      const asked = watch.now();
      const held = heldUntil.get(queue) ?? 0;
      let turn = Math.max(asked, held);
      if (limit !== undefined) {
        const others = given.get(queue) ?? 0;
        given.set(queue, 0);
        const interval = (1000 / (limit * USED_SHARE)) * (1 + others);
        turn = (await book.draw(queue, new Date(Math.max(asked + lead, held)), interval)).getTime();
        lead = Math.min(MAX_LEAD_MS, Math.max(watch.now() - asked, lead * 0.9));
      }
      if (turn > watch.now()) await watch.sleep(turn - watch.now(), stop.signal);
      const now = watch.now();
      const isLate = limit !== undefined && now - turn > MAX_LATE_MS;
      if (!stop.signal.aborted && !isLate && now >= (heldUntil.get(queue) ?? 0)) return true;
    }
    return false;
  };

  return {
    turn: (queue) => {
      const mine = (last.get(queue) ?? Promise.resolve(true)).catch(() => false).then(() => take(queue));
      last.set(queue, mine);
      return mine;
    },
    used: (queue) => {
      if (limits[queue] !== undefined) given.set(queue, (given.get(queue) ?? 0) + 1);
    },
    hold: async (queue, milliseconds) => {
      const until = watch.now() + milliseconds;
      heldUntil.set(queue, Math.max(until, heldUntil.get(queue) ?? 0));
      if (limits[queue] !== undefined) await book.hold(queue, new Date(until));
    },
    stop: () => stop.abort(),
  };
};
