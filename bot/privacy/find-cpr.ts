import { isDate, isDateAndTime, isLongDate, isNearYear, isReplacement, isSortedDate } from './cpr-date.ts';
import { countsPeople, isBeforeTown, isWorkplace, saysOtherwise } from './number-context.ts';
import {
  dateGroups,
  type Gap,
  gapKind,
  isAlike,
  type NumberGroup,
  type NumberWindow,
  numberGroups,
  type Span,
  spanOf,
  touches,
  windowOf,
} from './number-groups.ts';

/**
 * Finds CPR numbers in their usual forms: ddmmyy-xxxx, with other separators or none, with the date split, or with the
 * full year. Recognised by a valid date, not by modulus 11, which new numbers need not satisfy
 * (https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret).
 */
export const findCpr = (text: string): Span[] =>
  findAll(
    numberGroups(text),
    (groups, i) =>
      usual(groups, i, text) ??
      fullYear(groups, i) ??
      sorted(groups, i) ??
      shortDate(groups, i) ??
      glued(groups, i) ??
      tooLong(groups, i, text) ??
      withoutZero(groups, i, text) ??
      withLetters(groups, i, text),
  );

/** Finds CPR numbers in unusual groups, such as "0 1 0 1 9 0 1 2 3 4". Here the word before can rule a number out. */
export const findOddCpr = (text: string): Span[] => {
  const all = numberGroups(text);
  const dates = dateGroups(all);
  return findAll(all, (groups, i) => {
    const found = windowOf(groups, i, 10);
    if (found === null || !isDate(found.digits)) return null;
    const digitByDigit = found.gaps.length >= 8 && found.gaps.every(({ text: gap }) => LOOSE_GAP.test(gap));
    if (!isAlike(found.gaps) && !isSplitSerial(found.gaps) && !digitByDigit) return null;
    if (isMeeting(found, text, spanOf(groups, found)) || isWorkplace(text, spanOf(groups, found))) return null;
    return touches(found, dates) || saysOtherwise(text, spanOf(groups, found)) ? null : found;
  });
};

type Found = Pick<NumberWindow, 'first' | 'last'> & { end?: number };

const findAll = (
  groups: readonly NumberGroup[],
  find: (groups: readonly NumberGroup[], first: number) => Found | null,
): Span[] => {
  const spans: Span[] = [];
  for (let i = 0; i < groups.length; i++) {
    const found = find(groups, i);
    if (found === null) continue;
    const span = spanOf(groups, found);
    spans.push({ ...span, end: found.end ?? span.end });
    i = found.last;
  }
  return spans;
};

/** People put nearly anything between date and serial; brackets belong to our own tokens. */
const LOOSE_GAP = /^(?:[^\p{L}\p{N}[\]]+|\p{L}{1,2})$/u;

const usual = (groups: readonly NumberGroup[], first: number, text: string): Found | null => {
  const found = splitAt(groups, first, [2, 4, 6, 10]);
  if (found === null) return null;
  const { digits, gaps } = found;
  const together = gaps.every(({ after }) => after === 6);
  const serial = gaps.find(({ after }) => after === 6)?.text;
  if (serial !== undefined && !(together ? LOOSE_GAP.test(serial) : isSerialGap(serial))) return null;
  if (!isDate(digits) && !(together && isReplacement(digits))) return null;
  return isMeeting(found, text, spanOf(groups, found)) || isWorkplace(text, spanOf(groups, found)) ? null : found;
};

/** "031226 1400" is a meeting, "31.12.26 2500 kr." a sum, "12-10-26, 2820 Gentofte" a place. */
const isMeeting = ({ digits, gaps }: NumberWindow, text: string, span: Span): boolean => {
  const serial = gaps.find(({ after }) => after === 6)?.text;
  if (serial === undefined || !/^[:,]? $/.test(serial) || gaps.some(({ after }) => after > 6)) return false;
  return isDateAndTime(digits) || (isNearYear(digits) && (countsPeople(text, span) || isBeforeTown(text, span)));
};

const isSerialGap = (gap: string): boolean => gapKind(gap) !== null || gap === ',' || gap === ', ';

const fullYear = (groups: readonly NumberGroup[], first: number): Found | null => {
  const found = splitAt(groups, first, [2, 4, 8, 12]);
  if (found === null || !isLongDate(found.digits.slice(0, 8))) return null;
  const { digits, gaps } = found;
  const together = gaps.every(({ after }) => after === 8);
  const serial = gaps.find(({ after }) => after === 8)?.text;
  if (serial === undefined) return found;
  if (together) return gapKind(serial) === null || (serial === '.' && digits[4] === '2') ? null : found;
  // "01-12-2026 1400" is a date and a time: after a year of this century only a bare hyphen makes it a number.
  return serial === '-' || (digits[4] === '1' && isSerialGap(serial)) ? found : null;
};

/** 1990-01-01-1234 and 19900101-1234. In this century that is rather a date with a time or a number of its own. */
const sorted = (groups: readonly NumberGroup[], first: number): Found | null => {
  const found = splitAt(groups, first, [4, 6, 8, 12]);
  if (found === null) return null;
  const { digits, gaps } = found;
  const gap = gaps.find(({ after }) => after === 8)?.text;
  if (!digits.startsWith('19') || !isDate(digits.slice(6, 8) + digits.slice(4, 6) + digits.slice(2, 4))) return null;
  return gap !== undefined && isSerialGap(gap) ? found : null;
};

/** 1/1-90 1234 and 1/1/1990-1234: a day or a month of one digit. */
const shortDate = (groups: readonly NumberGroup[], first: number): Found | null => {
  const [day, month, year, serial] = groups.slice(first, first + 4);
  if (day === undefined || month === undefined || year === undefined || serial === undefined) return null;
  if (day.digits.length > 2 || month.digits.length > 2 || serial.digits.length !== 4) return null;
  if (!isDateGap(month.gap ?? ':') || !isDateGap(year.gap ?? ':') || !isSerialGap(serial.gap ?? ':')) return null;
  if (day.digits.length + month.digits.length === 4) return null;
  const full = /^(?:19|20)\d\d$/.test(year.digits);
  if (!full && year.digits.length !== 2) return null;
  const digits = [day.digits.padStart(2, '0'), month.digits.padStart(2, '0'), year.digits.slice(-2), serial.digits];
  const isTime = serial.gap !== '-' && (isDateAndTime(digits.join('')) || year.digits.startsWith('20'));
  return isDate(digits.join('')) && !isTime ? { first, last: first + 3 } : null;
};

/** ddmmyy-xxxx directly next to other digits. All of it is masked. */
const glued = (groups: readonly NumberGroup[], first: number): Found | null => {
  const [date, serial] = [groups[first], groups[first + 1]];
  if (date === undefined || serial === undefined || serial.gap !== '-') return null;
  const holds = date.digits.length >= 6 && serial.digits.length >= 4 && isDate(date.digits.slice(-6));
  return holds && !isPeriod(date.digits, serial.digits) ? { first, last: first + 1 } : null;
};

/** From one date to another: 20261201-20261231, 011226-071226. */
const isPeriod = (from: string, until: string): boolean =>
  (isSortedDate(from) && isSortedDate(until)) ||
  (from.length === 6 &&
    until.length === 6 &&
    isDate(until) &&
    /^[23]/.test(from.slice(4)) &&
    /^[23]/.test(until.slice(4)));

/** A CPR number with one or two digits too many. */
const tooLong = (groups: readonly NumberGroup[], first: number, text: string): Found | null => {
  const group = groups[first];
  if (group === undefined || (group.digits.length !== 11 && group.digits.length !== 12)) return null;
  const isMoment = isSortedDate(group.digits.slice(0, 8)) && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(group.digits.slice(8));
  const holds = (isDate(group.digits) || isDate(group.digits.slice(-10))) && !isMoment && !saysOtherwise(text, group);
  return holds ? { first, last: first } : null;
};

/** 101901234 and 10190-1234: a CPR number that lost its first zero, as spreadsheets do to it. */
const withoutZero = (groups: readonly NumberGroup[], first: number, text: string): Found | null => {
  const [date, serial] = [groups[first], groups[first + 1]];
  if (date === undefined || !isDate(`0${date.digits}`)) return null;
  if (date.digits.length === 9) return saysOtherwise(text, date) ? null : { first, last: first };
  const follows = date.digits.length === 5 && serial?.digits.length === 4 && serial.gap === '-';
  return follows ? { first, last: first + 1 } : null;
};

/** 0101905AB4: administrative numbers hold letters. */
const withLetters = (groups: readonly NumberGroup[], first: number, text: string): Found | null => {
  const group = groups[first];
  if (group === undefined || group.digits.length < 6 || group.digits.length > 9 || !isDate(group.digits)) return null;
  const rest = text.slice(group.start + 6, group.start + 12);
  const serial = /^-?(?=\d?[A-Z]|\d\d[A-Z])(?=[A-Z]*\d)[A-Z\d]{4}(?![\p{L}\p{N}])/u.exec(rest)?.[0];
  if (serial === undefined) return null;
  const end = group.start + 6 + serial.length;
  let last = first;
  while ((groups[last + 1]?.start ?? Number.POSITIVE_INFINITY) < end) last++;
  return { first, last, end };
};

/**
 * The window whose gaps are only at these places, with usual gaps inside the date. The last place is its length in
 * digits.
 */
const splitAt = (groups: readonly NumberGroup[], first: number, places: readonly number[]): NumberWindow | null => {
  if (!places.includes(groups[first]?.digits.length ?? 0)) return null;
  const found = windowOf(groups, first, places.at(-1) ?? 0);
  const dateEnds = places.at(-2) ?? 0;
  const fits = found?.gaps.every(
    ({ after, text }) => places.includes(after) && (after === dateEnds || isDateGap(text)),
  );
  return fits === true ? found : null;
};

const isDateGap = (gap: string): boolean => gap === ',' || (gap.length <= 3 && gapKind(gap) !== null);

/** Matches "010190 12 34". With a hyphen, as in "110526 10-12", it is more likely a date and hours. */
const isSplitSerial = ([before, ...within]: readonly Gap[]): boolean =>
  before?.after === 6 &&
  gapKind(before.text) !== null &&
  within.length > 0 &&
  within.every(({ text }) => gapKind(text) === ' ' || (before.text.includes('-') && gapKind(text) === '-'));
