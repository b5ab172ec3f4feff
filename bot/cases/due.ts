import type { WorkingTime } from '../time/working-time.ts';
import type { Case } from './case.ts';
import { followUpDue } from './follow-up-due.ts';
import { openOffer } from './rules.ts';

/** Ten quiet working days: then somebody is reminded, or an answered case closes (docs/rules.md, "Quiet cases"). */
export const QUIET_DAYS = 10;

/** When the clock next has something to do for this case; null when only people have. */
export const nextDue = (c: Case, time: WorkingTime): Date | null => {
  const times: Date[] = [];
  if (c.state === 'waiting' || c.state === 'active') {
    if (c.promise === 'open') times.push(c.promisedAt);
  }
  if (c.state === 'waiting') {
    const offer = openOffer(c);
    if (offer !== null) times.push(offer.until);
    // The asker said no to the common list: whoever becomes free is asked, so every tick looks.
    if (offer === null && c.sharing === 'refused') times.push(c.askedAt);
  }
  if (c.state === 'active' && c.askedOnAt === null) times.push(time.addDays(c.remindedAt ?? c.wordAt, QUIET_DAYS));
  if (c.state === 'answered') times.push(time.addDays(c.wordAt, QUIET_DAYS));
  const followUp = followUpDue(c, time);
  if (followUp !== null) times.push(followUp);
  return times.length === 0 ? null : new Date(Math.min(...times.map((moment) => moment.getTime())));
};
