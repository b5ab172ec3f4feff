import { dayIn, daysIn, type Week, weekAfter, weekOf } from '../time/iso-week.ts';
import { WEEK } from '../time/units.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { DEFAULT_SLOT, isPausedOn, type Wishes } from './reader.ts';

/**
 * When a person's nudge is due this week: at their weekday and hour. On a closed day it moves to the next working day
 * of the week, or back to the last one. Null when the whole week is closed.
 */
export const slotIn = (week: Week, reader: Pick<Wishes, 'weekday' | 'hour'>, time: WorkingTime): Date | null => {
  const wanted = dayIn(week, reader.weekday ?? DEFAULT_SLOT.weekday);
  const isOpen = (day: string) => time.isWorkingDay(day);
  const day = isOpen(wanted) ? wanted : openDayNear(wanted, daysIn(week), isOpen);
  if (day === undefined) return null;
  const at = time.at(day, reader.hour ?? DEFAULT_SLOT.hour);
  if (time.isOpen(at)) return at;
  // Opening hours vary by day: outside them the default hour applies, and if that is outside too, the opening.
  const usual = time.at(day, DEFAULT_SLOT.hour);
  const opens = time.nextOpen(time.at(day, '00:00'));
  return at > opens && time.isOpen(usual) ? usual : opens;
};

const openDayNear = (wanted: string, days: readonly string[], isOpen: (day: string) => boolean): string | undefined =>
  days.find((day) => day > wanted && isOpen(day)) ?? days.findLast((day) => day < wanted && isOpen(day));

/** Midnight at the start of Monday. */
const startOf = (week: Week, time: WorkingTime): Date => time.at(dayIn(week, 'mon'), '00:00');

export const startOfNextWeek = (now: Date, time: WorkingTime): Date =>
  startOf(weekAfter(weekOf(time.localDate(now))), time);

/** `from` when the organisation is open, else the next opening; null when that is not in the week. */
export const openingWithin = (week: Week, from: Date, time: WorkingTime): Date | null => {
  const opens = time.nextOpen(from);
  return weekOf(time.localDate(opens)) === week ? opens : null;
};

/** The first moment in the week at which anything may be sent; null when the whole week is closed. */
export const openingOf = (week: Week, time: WorkingTime): Date | null => openingWithin(week, startOf(week, time), time);

/**
 * When this week's nudge is sent to a person who may not get it before `earliest`: at their slot, or later in the week.
 * Null when the week has no time left. Planning and the dates on cards both use this.
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

/** Time between the delivery of the welcome and the first nudge, in milliseconds (docs/rules.md, "Welcome"). */
const WELCOME_LEAD_MS = WEEK;

export const mayHaveFirst = (welcomedAt: Date): Date => new Date(welcomedAt.getTime() + WELCOME_LEAD_MS);

/** When the first nudge comes after a welcome; null when none does. */
export const firstNudge = (wishes: Wishes, welcomedAt: Date, time: WorkingTime): Date | null =>
  nextTime(wishes, mayHaveFirst(welcomedAt), time, (week, from) => leaveTimeIn(week, wishes, from, time));

const MAX_WEEKS = 110;

/** When the next nudge comes in a weekly rhythm; null when none comes within two years. */
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
