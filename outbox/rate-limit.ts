import type { Queue, RateBook } from './ports.ts';

/** The machine's time; tests move their own. */
export type Stopwatch = { now(): number; sleep(milliseconds: number, stopped: AbortSignal): Promise<void> };

export type RateLimit = {
  /** Resolves when it is this process's turn; false when it was stopped first. */
  turn(queue: Queue): Promise<boolean>;
  /** A request that is no run's was made there: a run gives way to it. */
  used(queue: Queue): void;
  /** Everybody was asked to wait so many milliseconds. */
  hold(queue: Queue, milliseconds: number): Promise<void>;
  stop(): void;
};

/** Requests a second, over all processes; a queue without a limit is sent as fast as it goes. */
export type RateLimits = Partial<Record<Queue, number>>;

/** A little below the limit, so that requests which take different times on their way still do not bunch above it. */
const SHARE = 0.975;
/** A turn that comes later than this, because the process stood still, is drawn anew: late turns would bunch. */
const LATE = 20;
const MAX_LEAD = 500;

/** One turn after another, drawn from a book that all processes share: together they stay below a queue's limit. */
export const createRateLimit = (book: RateBook, limits: RateLimits, watch: Stopwatch): RateLimit => {
  const stop = new AbortController();
  const last = new Map<Queue, Promise<boolean>>();
  const given = new Map<Queue, number>();
  const heldUntil = new Map<Queue, number>();
  // A moment is drawn so far ahead that it is not over before the store has answered.
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
        const interval = (1000 / (limit * SHARE)) * (1 + others);
        turn = (await book.draw(queue, new Date(Math.max(asked + lead, held)), interval)).getTime();
        lead = Math.min(MAX_LEAD, Math.max(watch.now() - asked, lead * 0.9));
      }
      if (turn > watch.now()) await watch.sleep(turn - watch.now(), stop.signal);
      const now = watch.now();
      const isLate = limit !== undefined && now - turn > LATE;
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
