import { isDate } from './cpr-date.ts';
import type { Span } from './number-groups.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'dec'];
const MONTH = `(?:${MONTHS.join('|')})[a-z]{0,7}`;
const ENGLISH = `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \\d{4}`;
/** A date as people write a birthday: 010190, 01.01.90, 1/1 1990, 1. januar 1990, January 1, 1990. */
export const BIRTHDAY = `${ENGLISH}|\\d{8}|\\d(?: ?\\d){5}|\\d{1,2} ?[./-] ?\\d{1,2} ?[./ -] ?(?:\\d{4}|\\d\\d)|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\.? ?${MONTH}\\.? (?:\\d{4}|\\d\\d)`;
/** The last four digits, together or apart: 1234, 12 34, 1-2-3-4. */
export const SERIAL = '\\d{4}|\\d\\d[ .-]\\d\\d|\\d(?:[ .,-]\\d){3}';
/** Words by which people announce the last four digits, or read the hyphen aloud. */
const ANNOUNCED =
  'sidste|siste|slut|ender|ending|ends|last|løbe|lobe|kontrol|control|endelse|streg|dash|hyphen|minus|cifre|digits|cpr|personn|serie|og så|derefter|efterfulgt|and then|followed';

const announcement = new RegExp(ANNOUNCED, 'iu');
const month = new RegExp(`\\d\\.? ?${MONTH}`, 'iu');

/** The date first: "født 010190 og de sidste fire er 1234". `[4]?` is the four of "sidste 4". */
const dateFirst = new RegExp(
  `(?<![\\d\\p{L}])(?<date>${BIRTHDAY})(?!\\d)(?<between>[^\\d\\[\\]]{1,20}?(?:${ANNOUNCED})[^\\d\\[\\]]{0,24}(?:4(?!\\d)[^\\d\\[\\]]{0,16})?)(?<serial>${SERIAL})(?!\\d)`,
  'giu',
);
/** "1. januar 1990-1234" */
const inMonths = new RegExp(
  `(?<![\\d\\p{L}])(?<date>\\d{1,2}\\.? ?${MONTH}\\.? (?<year>\\d{4}|\\d\\d))(?<between>[ ,:;/-]{1,4})(?<serial>\\d{4})(?![\\d.:])`,
  'giu',
);
/** The word first: "cpr 01-01-90 og 1234" */
const wordFirst = new RegExp(
  `(?:cpr|personnummer)[^\\d\\[\\]]{0,20}(?<date>${BIRTHDAY})(?!\\d)(?<between>[^\\d\\[\\]]{1,25})(?<serial>${SERIAL})(?!\\d)`,
  'giu',
);
/** The digits first: "de sidste fire er 1234, og hun er født 010190". */
const serialFirst = new RegExp(
  `(?<![\\d\\p{L}])(?:sidste (?:fire|4)|slutter|ender|cpr-?slut|løbe-?n(?:ummer|r)|kontrolcifre|last (?:four|4)|ends|ending)[^\\d\\[\\]]{0,24}(?<serial>${SERIAL})(?!\\d)(?<between>[^\\d\\[\\]]{1,40})(?<date>${BIRTHDAY})(?!\\d)`,
  'giu',
);

/** Finds CPR numbers whose date and last four digits stand apart, with words between. All of it is masked. */
export const findSplitCpr = (text: string): Span[] => {
  const spans: Span[] = [];
  const patterns = [
    ...(announcement.test(text) ? [dateFirst, wordFirst, serialFirst] : []),
    ...(month.test(text) ? [inMonths] : []),
  ];
  for (const pattern of patterns) {
    for (const { 0: whole, index, groups } of text.matchAll(pattern)) {
      const { date = '', serial = '', year } = groups ?? {};
      if (/kl\.? ?$/i.test(groups?.between ?? '') || !isBirthday(date)) continue;
      // "1. december 2026, 1400" is a meeting.
      if (pattern === inMonths && /^20[2-3]\d$/.test(year ?? '') && /(?:00|15|30|45)$/.test(serial)) continue;
      const start = pattern === wordFirst ? index + whole.indexOf(date) : index;
      spans.push({ start, end: index + whole.length });
    }
  }
  return apart(spans);
};

/** Whether the digits of a date that looks like a birthday can be one. */
export const isBirthday = (date: string): boolean => {
  const digits = date.replace(/\D/g, '');
  if (/\p{L}/u.test(date)) return true;
  if (digits.length === 6) return isDate(digits) || /\D/.test(date);
  return (
    digits.length < 6 ||
    digits.length === 7 ||
    isDate(digits.slice(0, 4) + digits.slice(6)) ||
    /^(?:19|20)/.test(digits)
  );
};

/** Spans in order, those that overlap an earlier one left out. */
const apart = (spans: readonly Span[]): Span[] => {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
};
