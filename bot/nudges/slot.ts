import { dayIn, daysIn, type Week, weekOf } from '../time/iso-week.ts';
import { WEEK } from '../time/units.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { DEFAULT_SLOT, type Wishes } from './reader.ts';

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

/** `from` when the organisation is open, else the next opening; null when that is not in the week. */
export const openingWithin = (week: Week, from: Date, time: WorkingTime): Date | null => {
  const opens = time.nextOpen(from);
  return weekOf(time.localDate(opens)) === week ? opens : null;
};

/** The first moment in the week at which anything may be sent; null when the whole week is closed. */
export const openingOf = (week: Week, time: WorkingTime): Date | null => openingWithin(week, startOf(week, time), time);

/**
 * When this week's nudge is sent to a person who may not get it before `earliest`: at their slot, or later in the week.
 * Null when the week has no time left.
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
