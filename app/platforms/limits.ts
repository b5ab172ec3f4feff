import { PLATFORMS } from '../../bot/platform.ts';
import type { RateLimits } from '../../outbox/rate-limit.ts';
import { moduleOf } from './platforms.ts';

/** Requests per second, for the platforms that limit them. */
export const PLATFORM_LIMITS: RateLimits = Object.fromEntries(
  PLATFORMS.flatMap((platform) => {
    const { maxPerSecond } = moduleOf(platform);
    return maxPerSecond === null ? [] : [[platform, maxPerSecond]];
  }),
);
