import { DAY, WEEK } from '../time/units.ts';
import { PRINCIPLES, type Principle, WEEKDAYS, type Weekday } from '../words.ts';

/** An ISO week, such as 2026-W48. Weeks of one spelling compare as text. */
export type Week = string;

// Days are counted in whole numbers: a run asks for them with every message, and a library for time zones is slow.
const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** Of a day, in milliseconds of UTC: how far into its week it is, Monday being 0. */
const placeInWeek = (at: number): number => (new Date(at).getUTCDay() + 6) % 7;
const mondayBefore = (at: number): number => at - placeInWeek(at) * DAY;
/** The week that has 4 January is a year's first. */
const firstMonday = (year: number): number => mondayBefore(Date.UTC(year, 0, 4));
const mondayOf = (week: Week): number => firstMonday(Number(week.slice(0, 4))) + (Number(week.slice(6)) - 1) * WEEK;

const weekAt = (at: number): Week => {
  const monday = mondayBefore(at);
  // Its Thursday says which year a week belongs to.
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const number = Math.round((monday - firstMonday(year)) / WEEK) + 1;
  return `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`;
};

/** The week a local day, YYYY-MM-DD, lies in. */
export const weekOf = (localDate: string): Week => weekAt(Date.parse(`${localDate}T00:00:00Z`));

export const weekAfter = (week: Week, weeks = 1): Week => weekAt(mondayOf(week) + weeks * WEEK);

/** The same day of the week, so many weeks on. */
export const dayWeeksAfter = (localDate: string, weeks: number): string =>
  isoDay(Date.parse(`${localDate}T00:00:00Z`) + weeks * WEEK);

/** How many weeks lie between two; negative when the second is earlier. */
export const weeksBetween = (from: Week, to: Week): number => Math.round((mondayOf(to) - mondayOf(from)) / WEEK);

/** A day of the week, YYYY-MM-DD. */
export const dayIn = (week: Week, weekday: Weekday): string => isoDay(mondayOf(week) + WEEKDAYS.indexOf(weekday) * DAY);

export const daysIn = (week: Week): string[] => WEEKDAYS.map((weekday) => dayIn(week, weekday));

export const numberOf = (week: Week): number => Number(week.slice(6));

/** Any week would do: counted from one of them, six weeks on end have all six principles, over the turn of a year too. */
const FIRST_WEEK: Week = '2026-W01';

/** The same for everybody, whenever it is asked (docs/rules.md, "Principle of the week"). */
export const principleOf = (week: Week): Principle => {
  const many = PRINCIPLES.length;
  const place = ((weeksBetween(FIRST_WEEK, week) % many) + many) % many;
  return PRINCIPLES[place] ?? 'lytter-foerst';
};
