import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { SECOND } from '../../bot/time/units.ts';

const WITHIN_SECONDS = 60;

/** Counts in this process only: each of several processes allows as much. */
export type Quota = {
  /** Takes one of what `key` may do within a minute. Returns null, or the seconds to wait when nothing is left. */
  take(key: string): Promise<number | null>;
};

/** @param max how often a minute */
export const createQuota = (max: number): Quota => {
  const limiter = new RateLimiterMemory({ points: max, duration: WITHIN_SECONDS });
  return {
    take: (key) =>
      limiter.consume(key).then(
        () => null,
        ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / SECOND)),
      ),
  };
};
