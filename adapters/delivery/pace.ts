import type { Platform } from '../../bot/platform.ts';
import type { PaceBook } from './delivery.ts';

/** The machine's time; tests move their own. */
export type Stopwatch = { now(): number; sleep(milliseconds: number, stopped: AbortSignal): Promise<void> };

export type Pace = {
  /** Resolves when it is this process's turn; false when it was stopped first. */
  turn(platform: Platform): Promise<boolean>;
  /** Somebody's words went there: a run gives way to them. */
  used(platform: Platform): void;
  /** The platform asked everybody to wait so many milliseconds. */
  hold(platform: Platform, milliseconds: number): Promise<void>;
  stop(): void;
};

/** Requests a second, over all processes. */
export type Limits = Partial<Record<Platform, number>>;

/** A little below the limit, so that requests which take different times on their way still do not bunch above it. */
const SHARE = 0.975;
/** A turn that comes later than this, because the process stood still, is drawn anew: late turns would bunch. */
const LATE = 20;
const LONGEST_LEAD = 500;

/** One turn after another, drawn from a book that all processes share: together they stay below a platform's limit. */
export const createPace = (book: PaceBook, limits: Limits, watch: Stopwatch): Pace => {
  const stop = new AbortController();
  const last = new Map<Platform, Promise<boolean>>();
  const given = new Map<Platform, number>();
  const heldUntil = new Map<Platform, number>();
  // A moment is drawn so far ahead that it is not over before the store has answered.
  let lead = 0;

  const take = async (platform: Platform): Promise<boolean> => {
    const limit = limits[platform];
    while (!stop.signal.aborted) {
      const asked = watch.now();
      const held = heldUntil.get(platform) ?? 0;
      let turn = Math.max(asked, held);
      if (limit !== undefined) {
        const words = given.get(platform) ?? 0;
        given.set(platform, 0);
        const interval = (1000 / (limit * SHARE)) * (1 + words);
        turn = (await book.draw(platform, new Date(Math.max(asked + lead, held)), interval)).getTime();
        lead = Math.min(LONGEST_LEAD, Math.max(watch.now() - asked, lead * 0.9));
      }
      if (turn > watch.now()) await watch.sleep(turn - watch.now(), stop.signal);
      const now = watch.now();
      const isLate = limit !== undefined && now - turn > LATE;
      if (!stop.signal.aborted && !isLate && now >= (heldUntil.get(platform) ?? 0)) return true;
    }
    return false;
  };

  return {
    turn: (platform) => {
      const mine = (last.get(platform) ?? Promise.resolve(true)).catch(() => false).then(() => take(platform));
      last.set(platform, mine);
      return mine;
    },
    used: (platform) => {
      if (limits[platform] !== undefined) given.set(platform, (given.get(platform) ?? 0) + 1);
    },
    hold: async (platform, milliseconds) => {
      const until = watch.now() + milliseconds;
      heldUntil.set(platform, Math.max(until, heldUntil.get(platform) ?? 0));
      if (limits[platform] !== undefined) await book.hold(platform, new Date(until));
    },
    stop: () => stop.abort(),
  };
};
