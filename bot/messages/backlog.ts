import type { Platform } from '../platform.ts';

/** What waits to be sent, for those who run Sammen. */
export type Backlog = {
  /** Messages that people wait for, and that are due; their platform is chosen when they leave. */
  due: number;
  /** Messages of the week's run that are due, by platform. */
  queued: Partial<Record<Platform, number>>;
  /**
   * When the one of those that people wait for which has been due for longest became due, in domain time; null without
   * any. A run is due all at once, and takes as long as its platform's limit makes it.
   */
  oldestSince: Date | null;
  /** People who were owed a message that no platform could bring them. */
  peopleNotReached: number;
};

export interface Backlogs {
  backlog(domainNow: Date): Promise<Backlog>;
}
