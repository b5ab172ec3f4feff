import { WEEKDAYS, type Weekday } from '../words.ts';
import { DAY, WEEK } from './units.ts';

/** An ISO week, such as 2026-W48. String comparison puts weeks in order. */
export type Week = `${number}-W${number}`;

// Integer arithmetic on UTC days: every message of a run needs these dates, and time zone libraries are slow.
const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** Days since Monday, for a day given as UTC midnight in milliseconds. */
const placeInWeek = (at: number): number => (new Date(at).getUTCDay() + 6) % 7;
const mondayBefore = (at: number): number => at - placeInWeek(at) * DAY;
/** ISO 8601: week 1 is the week with 4 January. */
const firstMonday = (year: number): number => mondayBefore(Date.UTC(year, 0, 4));
const mondayOf = (week: Week): number => firstMonday(Number(week.slice(0, 4))) + (Number(week.slice(6)) - 1) * WEEK;

const weekAt = (at: number): Week => {
  const monday = mondayBefore(at);
  // ISO 8601: the year of a week is the year of its Thursday.
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const number = Math.round((monday - firstMonday(year)) / WEEK) + 1;
  return `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}` as Week;
};

/** The week of a local day, YYYY-MM-DD. */
export const weekOf = (localDate: string): Week => weekAt(Date.parse(`${localDate}T00:00:00Z`));

export const weekAfter = (week: Week, weeks = 1): Week => weekAt(mondayOf(week) + weeks * WEEK);

/** The same weekday, `weeks` weeks later, YYYY-MM-DD. */
export const dayWeeksAfter = (localDate: string, weeks: number): string =>
  isoDay(Date.parse(`${localDate}T00:00:00Z`) + weeks * WEEK);

/** Weeks from `from` to `to`; negative when `to` is earlier. */
export const weeksBetween = (from: Week, to: Week): number => Math.round((mondayOf(to) - mondayOf(from)) / WEEK);

/** The date of a weekday in the week, YYYY-MM-DD. */
export const dayIn = (week: Week, weekday: Weekday): string => isoDay(mondayOf(week) + WEEKDAYS.indexOf(weekday) * DAY);

/** Whether a text that came from outside is a week. */
export const isWeek = (text: string): text is Week => /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text);

export const daysIn = (week: Week): string[] => WEEKDAYS.map((weekday) => dayIn(week, weekday));

export const numberOf = (week: Week): number => Number(week.slice(6));
