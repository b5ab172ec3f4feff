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

const MOST_WEEKS = 110;

/** When the next one would come, for somebody who gets one a week; null when nothing comes for two years. */
export const nextSlot = (wishes: Wishes, from: Date, time: WorkingTime): Date | null => {
  if (wishes.stoppedAt !== null) return null;
  let week = weekOf(time.localDate(from));
  for (let ahead = 0; ahead < MOST_WEEKS; ahead++, week = weekAfter(week)) {
    const slot = slotIn(week, wishes, time);
    if (slot !== null && slot >= from && !isPausedOn(wishes, time.localDate(slot))) return slot;
  }
  return null;
};
