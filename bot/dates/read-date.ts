import { DateTime } from 'luxon';
import type { Language } from '../words.ts';
import { type IsoDate, isoMoment, type Reading, tidied, type Unread } from './reading.ts';

/** Each month and weekday begins with one of these, in Danish or in English. */
const MONTHS = [
  ['jan', 'januar', 'january'],
  ['feb', 'februar', 'february'],
  ['mar', 'marts', 'march'],
  ['apr', 'april'],
  ['maj', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oct', 'oktober', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
];
const WEEKDAYS = [
  ['man', 'mandag', 'mon', 'monday'],
  ['tir', 'tirs', 'tirsdag', 'tue', 'tues', 'tuesday'],
  ['ons', 'onsdag', 'wed', 'wednesday'],
  ['tor', 'tors', 'torsdag', 'thu', 'thur', 'thurs', 'thursday'],
  ['fre', 'fredag', 'fri', 'friday'],
  ['lør', 'lørdag', 'sat', 'saturday'],
  ['søn', 'søndag', 'sun', 'sunday'],
];
const DAYS_AHEAD = new Map([
  ['i dag', 0],
  ['idag', 0],
  ['today', 0],
  ['i morgen', 1],
  ['imorgen', 1],
  ['tomorrow', 1],
  ['i overmorgen', 2],
  ['overmorgen', 2],
]);

/** From 1; null for a word that names none. */
const numberIn = (names: readonly (readonly string[])[], word: string | undefined): number | null => {
  const index = names.findIndex((all) => word !== undefined && all.includes(word));
  return index < 0 ? null : index + 1;
};

/**
 * Reads a date as clients send it and people write it, in Danish or English: 2026-12-10, 10.12.2026, 10/12,
 * "torsdag d. 10. december", "Dec 10, 2026". One without a year is the next such day. A date whose day and month could
 * change places is read in Danish, where the day comes first, unless that day is past; in English it is unclear.
 */
export const readDate = (text: string, reading: Reading): IsoDate | Unread => {
  const written = tidied(text);
  const today = DateTime.fromJSDate(reading.now, { zone: reading.zone }).startOf('day');
  const ahead = DAYS_AHEAD.get(written);
  if (ahead !== undefined) return isoOf(today.plus({ days: ahead }));
  const iso = isoMoment(written, reading);
  // Midnight is how clients write a day without a time, whatever zone they add.
  if (iso !== null) return iso.midnight === null ? isoOf(iso.moment) : isoOf(DateTime.fromISO(iso.midnight));
  const { weekday, rest } = withoutWeekday(withoutTime(written));
  const days = byNumbers(rest) ?? byWords(rest);
  if (days === null) return 'unreadable';
  const found = days.map((day) => dateOf(day, today)).filter((date) => date !== null);
  const [only, other] = found;
  if (only === undefined) return 'unreadable';
  if (other !== undefined && !isDayFirst(only, other, today, reading)) return 'unclear';
  return weekday === null || only.weekday === weekday ? isoOf(only) : 'unclear';
};

/** Whether people who write the language put the day first without a second thought. In English they may be American. */
const USUALLY_DAY_FIRST: Record<Language, boolean> = { da: true, en: false };

/** Whether the day comes first in a date in numbers. One that would then be past, and else not, is in doubt. */
const isDayFirst = (dayFirst: DateTime, monthFirst: DateTime, today: DateTime, { language }: Reading): boolean =>
  dayFirst.hasSame(monthFirst, 'day') || (USUALLY_DAY_FIRST[language] && (dayFirst >= today || monthFirst < today));

type Day = { day: number; month: number; year: number | null };

const YEARS = { first: 2000, last: 2199 };
/** The 29th of February comes again within this many years. */
const MAX_YEARS_AHEAD = 8;

const isoOf = (date: DateTime): IsoDate | 'unreadable' =>
  date.year < YEARS.first || date.year > YEARS.last ? 'unreadable' : (date.toFormat('yyyy-MM-dd') as IsoDate);

/** Null when there is no such day. */
const dateOf = ({ day, month, year }: Day, today: DateTime): DateTime | null => {
  const within = (of: number) => DateTime.fromObject({ year: of, month, day }, { zone: today.zone });
  const years = Array.from({ length: MAX_YEARS_AHEAD + 1 }, (_, n) => today.year + n);
  const date = year === null ? years.map(within).find((each) => each.isValid && each >= today) : within(year);
  return date?.isValid === true ? date : null;
};

const yearOf = (digits: string | undefined): number | null => {
  if (digits === undefined) return null;
  return digits.length === 2 ? YEARS.first + Number(digits) : Number(digits);
};

/** "12/10/2026 12:00:00 AM" and "Thu Dec 10 2026 00:00:00 GMT+0100 (…)" are what programs make of a day. */
const withoutTime = (written: string): string =>
  written
    .replace(/ \d\d:\d\d:\d\d gmt.*$/u, '')
    .replace(/(?<=\d{4}),? \d{1,2}(?:[:.]\d\d){1,2}(?: ?[ap]\.?m\.?)?$/u, '');

const withoutWeekday = (written: string): { weekday: number | null; rest: string } => {
  const [first = '', word] = /^(?:på )?([a-zæøå]+)[.,]* /u.exec(written) ?? [];
  const weekday = numberIn(WEEKDAYS, word);
  const rest = (weekday === null ? written : written.slice(first.length)).replace(/^(?:d\.?|den|the|on) /u, '');
  return { weekday, rest };
};

const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$|^((?:19|20|21)\d\d)(\d\d)(\d\d)$/u;
const YEAR_LAST = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2})(?: ?([-/. ]) ?(\d{4}|\d{2}))?\.?$/u;

/** Every day that a date in numbers may be, with the day first before the month first; null for one that is not in numbers. */
const byNumbers = (written: string): Day[] | null => {
  const [, year, , month, day, ...whole] = YEAR_FIRST.exec(written) ?? [];
  if (year !== undefined) return [{ year: Number(year), month: Number(month), day: Number(day) }];
  if (whole[0] !== undefined) {
    return [{ year: Number(whole[0]), month: Number(whole[1]), day: Number(whole[2]) }];
  }
  const [, a, first, b, second, last] = YEAR_LAST.exec(written) ?? [];
  if (a === undefined) return null;
  const dayFirst = { day: Number(a), month: Number(b), year: yearOf(last) };
  const monthFirst = { day: Number(b), month: Number(a), year: yearOf(last) };
  // Full stops, and "10/12-2026", are written with the day first only.
  if (first === '.' || (second !== undefined && second !== first)) return [dayFirst];
  return [dayFirst, monthFirst];
};

const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]?(?:of )?([a-zæøå]+)[.,]*(?:[ -]?'?(\d{4}|\d{2}))?$/u;
const MONTH_FIRST = /^([a-zæøå]+)[. ]*(\d{1,2})(?:st|nd|rd|th|\.)?(?:,? (\d{4}))?$/u;

/** A date whose month is a word; null for any other. */
const byWords = (written: string): Day[] | null => {
  const [, day, after, year] = DAY_FIRST.exec(written) ?? [];
  const [, before, dayAfter, yearAfter] = MONTH_FIRST.exec(written) ?? [];
  const month = numberIn(MONTHS, after ?? before);
  return month === null ? null : [{ day: Number(day ?? dayAfter), month, year: yearOf(year ?? yearAfter) }];
};
