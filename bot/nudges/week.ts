import { DateTime } from 'luxon';
import { PRINCIPLES, type Principle, WEEKDAYS, type Weekday } from '../words.ts';

/** An ISO week, such as 2026-W48. Weeks of one spelling compare as text. */
export type Week = string;

/** The week a local day, YYYY-MM-DD, lies in. */
export const weekOf = (localDate: string): Week => nameOf(DateTime.fromISO(localDate, { zone: 'utc' }));

export const weekAfter = (week: Week, weeks = 1): Week => nameOf(monday(week).plus({ weeks }));

/** How many weeks lie between two; negative when the second is earlier. */
export const weeksBetween = (from: Week, to: Week): number => Math.round(monday(to).diff(monday(from), 'weeks').weeks);

/** A day of the week, YYYY-MM-DD. */
export const dayIn = (week: Week, weekday: Weekday): string =>
  monday(week)
    .plus({ days: WEEKDAYS.indexOf(weekday) })
    .toISODate() ?? '';

export const daysIn = (week: Week): string[] => WEEKDAYS.map((weekday) => dayIn(week, weekday));

export const numberOf = (week: Week): number => Number(week.slice(6));

/** Any week would do: counted from one of them, six weeks on end have all six principles, over the turn of a year too. */
const FIRST_WEEK: Week = '2026-W01';

/** The principle follows the ISO week (design, section 5): the same for everybody, whenever it is asked. */
export const principleOf = (week: Week): Principle => {
  const many = PRINCIPLES.length;
  const place = ((weeksBetween(FIRST_WEEK, week) % many) + many) % many;
  return PRINCIPLES[place] ?? 'lytter-foerst';
};

const monday = (week: Week): DateTime => DateTime.fromISO(`${week}-1`, { zone: 'utc' });
const nameOf = (day: DateTime): Week => day.toFormat("kkkk-'W'WW");
