import { WEEK } from '../time/units.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { isPausedOn, USUAL, type Wishes } from './reader.ts';
import { dayIn, daysIn, type Week, weekAfter, weekOf } from './week.ts';

/**
 * When a person's nudge of this week is due: their weekday and hour, on a holiday the next working day, after the last
 * one the last. Null when the whole week is closed.
 */
export const slotIn = (week: Week, reader: Pick<Wishes, 'weekday' | 'hour'>, time: WorkingTime): Date | null => {
  const wanted = dayIn(week, reader.weekday ?? USUAL.weekday);
  const isOpen = (day: string) => time.isWorkingDay(day);
  const day = isOpen(wanted) ? wanted : openDayNear(wanted, daysIn(week), isOpen);
  if (day === undefined) return null;
  const at = time.at(day, reader.hour ?? USUAL.hour);
  if (time.isOpen(at)) return at;
  // Hours differ from day to day: outside them the usual hour holds, and where that is outside, too, the first.
  const usual = time.at(day, USUAL.hour);
  const opens = time.nextOpen(time.at(day, '00:00'));
  return at > opens && time.isOpen(usual) ? usual : opens;
};

const openDayNear = (wanted: string, days: readonly string[], isOpen: (day: string) => boolean): string | undefined =>
  days.find((one) => one > wanted && isOpen(one)) ?? days.findLast((one) => one < wanted && isOpen(one));

/** Monday's midnight. */
const startOf = (week: Week, time: WorkingTime): Date => time.at(dayIn(week, 'mon'), '00:00');

export const startOfNextWeek = (now: Date, time: WorkingTime): Date =>
  startOf(weekAfter(weekOf(time.localDate(now))), time);

/** `from` when the organisation is open, else the next opening; null when that lies beyond the week. */
export const openingWithin = (week: Week, from: Date, time: WorkingTime): Date | null => {
  const opens = time.nextOpen(from);
  return weekOf(time.localDate(opens)) === week ? opens : null;
};

/** The first moment of the week in which anything may be sent; null when the whole week is closed. */
export const openingOf = (week: Week, time: WorkingTime): Date | null => openingWithin(week, startOf(week, time), time);

/**
 * When this week's nudge leaves for somebody who may get none before `earliest`: at their slot, or later in the week.
 * Null when the week has no room left for it. Planning and what cards promise both ask here.
 */
export const leaveTimeIn = (
  week: Week,
  wishes: Pick<Wishes, 'weekday' | 'hour'>,
  earliest: Date,
  time: WorkingTime,
): Date | null => {
  const slot = slotIn(week, wishes, time);
  if (slot === null) return null;
  return openingWithin(week, new Date(Math.max(slot.getTime(), earliest.getTime())), time);
};

/** The welcome comes so long before the first nudge, counted from its delivery. */
const WELCOME_FIRST = WEEK;

export const mayHaveFirst = (welcomedAt: Date): Date => new Date(welcomedAt.getTime() + WELCOME_FIRST);

/** When the first nudge comes to somebody who was welcomed then; null when none does. */
export const firstNudge = (wishes: Wishes, welcomedAt: Date, time: WorkingTime): Date | null =>
  nextTime(wishes, mayHaveFirst(welcomedAt), time, (week, from) => leaveTimeIn(week, wishes, from, time));

const MAX_WEEKS = 110;

/** When the next one would come, for somebody who gets one a week; null when nothing comes for two years. */
export const nextSlot = (wishes: Wishes, from: Date, time: WorkingTime): Date | null =>
  nextTime(wishes, from, time, (week) => {
    const slot = slotIn(week, wishes, time);
    return slot !== null && slot >= from ? slot : null;
  });

const nextTime = (
  wishes: Wishes,
  from: Date,
  time: WorkingTime,
  timeIn: (week: Week, from: Date) => Date | null,
): Date | null => {
  if (wishes.stoppedAt !== null) return null;
  let week = weekOf(time.localDate(from));
  for (let ahead = 0; ahead < MAX_WEEKS; ahead++, week = weekAfter(week)) {
    const at = timeIn(week, from);
    if (at !== null && !isPausedOn(wishes, time.localDate(at))) return at;
  }
  return null;
};
