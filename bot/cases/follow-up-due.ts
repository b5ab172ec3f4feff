import { DAY, WEEK } from '../time/units.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Case } from './case.ts';

/**
 * When the asker is asked how it went, once (docs/rules.md, "Follow-up"): as an accepted step's day opens, else two weeks after
 * closing. Null while, or when, it is not to be asked.
 */
export const followUpDue = (c: Case, time: Pick<WorkingTime, 'nextOpen' | 'at' | 'localDate'>): Date | null => {
  if (c.followUp !== null || !(c.state === 'answered' || c.state === 'closed')) return null;
  const at = c.step?.state === 'accepted' ? dayOfStep(c, c.step.date, time) : afterClosing(c);
  return at === null ? null : time.nextOpen(at);
};

const afterClosing = ({ closedAt }: Case): Date | null =>
  closedAt === null ? null : new Date(closedAt.getTime() + 2 * WEEK);

/** Nobody is asked right after they said yes to a step, nor while the case goes on past its date. */
const dayOfStep = (c: Case, date: string, time: Pick<WorkingTime, 'at' | 'localDate'>): Date => {
  const yes = c.events.findLast(({ kind }) => kind === 'step-accepted' || kind === 'step-moved')?.at ?? null;
  const yesOn = yes === null ? '' : time.localDate(yes);
  const day =
    yes === null || yesOn < date ? time.at(date, '00:00') : new Date(yes.getTime() + (yesOn === date ? DAY : 2 * WEEK));
  return c.closedAt !== null && c.closedAt > day ? c.closedAt : day;
};
