import { DAY, WEEK } from '../time/units.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Case } from './case.ts';
import type { EventKind } from './journal.ts';

/**
 * When to ask the asker how it went, once (docs/rules.md, "Follow-up"): the working morning after the last day of a small
 * trial, or else after the day of an accepted step, or else two weeks after closing. Null when there is nothing to ask, or nothing to ask yet.
 */
export const followUpDue = (c: Case, time: Pick<WorkingTime, 'nextOpen' | 'at' | 'localDate'>): Date | null => {
  if (c.followUp !== null || !(c.state === 'answered' || c.state === 'closed')) return null;
  const trial = c.answer?.trial ?? null;
  if (trial !== null) return time.nextOpen(notBeforeClosing(c, morningAfter(trial.until, time)));
  const due = c.step?.state === 'accepted' ? dayOfStep(c, c.step.date, time) : afterClosing(c);
  return due === null ? null : time.nextOpen(due);
};

const afterClosing = ({ closedAt }: Case): Date | null =>
  closedAt === null ? null : new Date(closedAt.getTime() + 2 * WEEK);

/** The asker takes a step on with one of these. */
const TAKEN: ReadonlySet<EventKind> = new Set(['step-accepted', 'step-moved', 'step-written']);

/** A step of this afternoon cannot have happened this morning. */
const morningAfter = (date: string, time: Pick<WorkingTime, 'at' | 'localDate'>): Date =>
  time.at(time.localDate(new Date(time.at(date, '12:00').getTime() + DAY)), '00:00');

/** Nobody is asked right after accepting a step, or while the case continues past the step's date. */
const dayOfStep = (c: Case, date: string, time: Pick<WorkingTime, 'at' | 'localDate'>): Date => {
  const acceptedAt = c.events.findLast(({ kind }) => TAKEN.has(kind))?.at ?? null;
  const acceptedOn = acceptedAt === null ? '' : time.localDate(acceptedAt);
  const day =
    acceptedAt === null || acceptedOn <= date ? morningAfter(date, time) : new Date(acceptedAt.getTime() + 2 * WEEK);
  return notBeforeClosing(c, day);
};

const notBeforeClosing = ({ closedAt }: Case, day: Date): Date =>
  closedAt !== null && closedAt > day ? closedAt : day;
