import type { Organisation } from '../organisation.ts';
import type { WorkingTime } from '../time/working-time.ts';

/** What a promised moment depends on. */
export type PromiseContext = {
  now: Date;
  time: Pick<WorkingTime, 'promise'>;
  organisation: Pick<Organisation, 'promiseHours' | 'promiseTodayHours' | 'offerMinutes'>;
};

/**
 * The moment by which a human is promised to write, as cards say it and as the clock acts on it (docs/rules.md,
 * "Promises"). A case keeps it as `promisedAt`, which a reminder to its agent reads, too.
 */
export const promiseTime = (today: boolean, { now, time, organisation }: PromiseContext): Date =>
  time.promise(now, (today ? organisation.promiseTodayHours : organisation.promiseHours) * 60);

/** The moment until which an agent has an offer to themselves; an offer keeps it as `until`. */
export const offerEnd = (today: boolean, { now, time, organisation }: PromiseContext): Date =>
  time.promise(now, organisation.offerMinutes[today ? 'today' : 'normal']);
