import type { RateLimits } from '../../outbox/rate-limit.ts';

/** Requests a second, over all processes. Teams: 30 for an app and tenant in its strictest document. */
export const PLATFORM_LIMITS: RateLimits = { teams: 30, slack: 8 };
