import type { Limits } from '../../adapters/delivery/pace.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import { moduleOf } from './platforms.ts';

/** Requests a second, for the platforms that limit them. */
export const PLATFORM_LIMITS: Limits = Object.fromEntries(
  PLATFORMS.flatMap((platform) => {
    const { maxPerSecond } = moduleOf(platform);
    return maxPerSecond === null ? [] : [[platform, maxPerSecond]];
  }),
);
