import type { Platform } from '../platform.ts';
import type { Owed } from './owed.ts';

/** Where a message stands, as one string: an index finds it. */
export const standsAt = (platform: Platform, message: string): string => `${platform} ${message}`;

/** Messages that a platform took, by where they stand. */
export interface SentMessages<Say> {
  /** Slack's ids are unique within a chat only, so there may be several. Missing are those an earlier version sent. */
  standing(places: readonly string[]): Promise<Pick<Owed<Say>, 'to' | 'say'>[]>;
}
