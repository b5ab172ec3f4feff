import { saysOtherwise } from './number-context.ts';
import {
  dateGroups,
  type Gap,
  gapKind,
  isEven,
  type NumberGroup,
  type NumberWindow,
  numberGroups,
  type Span,
  spanOf,
  touches,
  windowOf,
} from './number-groups.ts';

/**
 * CPR numbers as they are usually written: ddmmyy-xxxx, with other separators or none, the date's parts apart or
 * with the year in full. Known by a real date, not by modulus 11, which new numbers need not hold
 * (https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret).
 */
export const findCpr = (text: string): Span[] =>
  findAll(
    numberGroups(text),
    (groups, i) => usual(groups, i) ?? fullYear(groups, i) ?? glued(groups, i) ?? tooLong(groups, i, text),
  );

/** CPR numbers in groups nobody agreed on, such as "0 1 0 1 9 0 1 2 3 4". Here a word before may say otherwise. */
export const findOddCpr = (text: string): Span[] => {
  const all = numberGroups(text);
  const dates = dateGroups(all);
  return findAll(all, (groups, i) => {
    const found = windowOf(groups, i, 10);
    if (found === null || !isDate(found.digits) || !(isEven(found.gaps) || isSplitSerial(found.gaps))) return null;
    return touches(found, dates) || saysOtherwise(text, spanOf(groups, found)) ? null : found;
  });
};

type Found = Pick<NumberWindow, 'first' | 'last'>;

const findAll = (
  groups: readonly NumberGroup[],
  find: (groups: readonly NumberGroup[], first: number) => Found | null,
): Span[] => {
  const spans: Span[] = [];
  for (let i = 0; i < groups.length; i++) {
    const found = find(groups, i);
    if (found === null) continue;
    spans.push(spanOf(groups, found));
    i = found.last;
  }
  return spans;
};

/** Between date and serial people put nearly anything; brackets belong to our own tokens. */
const LOOSE_GAP = /^[^\p{L}\p{N}[\]]+$/u;

const usual = (groups: readonly NumberGroup[], first: number): Found | null => {
  const found = splitAt(groups, first, [2, 4, 6, 10]);
  if (found === null) return null;
  const { digits, gaps } = found;
  const together = gaps.every(({ after }) => after === 6);
  const serial = gaps.find(({ after }) => after === 6)?.text;
  if (serial !== undefined && !(together ? LOOSE_GAP.test(serial) : gapKind(serial) !== null)) return null;
  return isDate(digits) || (together && isReplacement(digits)) ? found : null;
};

const fullYear = (groups: readonly NumberGroup[], first: number): Found | null => {
  const found = splitAt(groups, first, [2, 4, 8, 12]);
  if (found === null) return null;
  const { digits, gaps } = found;
  if (!/^\d{4}(?:18|19|20)/.test(digits) || !isDate(digits.slice(0, 4) + digits.slice(6))) return null;
  const together = gaps.every(({ after }) => after === 8);
  const serial = gaps.find(({ after }) => after === 8)?.text;
  // "01-12-2026 1400" is a date and a time; only a bare hyphen makes the serial part of it.
  const isOne = serial === undefined || (together ? gapKind(serial) !== null : serial === '-');
  return isOne ? found : null;
};

/** ddmmyy-xxxx with other digits hard against it. All of it goes. */
const glued = (groups: readonly NumberGroup[], first: number): Found | null => {
  const [date, serial] = [groups[first], groups[first + 1]];
  if (date === undefined || serial === undefined || serial.gap !== '-') return null;
  const holds = date.digits.length >= 6 && serial.digits.length >= 4 && isDate(date.digits.slice(-6));
  return holds ? { first, last: first + 1 } : null;
};

/** A CPR number with a digit or two too many. */
const tooLong = (groups: readonly NumberGroup[], first: number, text: string): Found | null => {
  const group = groups[first];
  if (group === undefined || (group.digits.length !== 11 && group.digits.length !== 12)) return null;
  const holds = (isDate(group.digits) || isDate(group.digits.slice(-10))) && !saysOtherwise(text, group);
  return holds ? { first, last: first } : null;
};

/** The window whose gaps stand at these places only (the last place is its length), the date's gaps being usual ones. */
const splitAt = (groups: readonly NumberGroup[], first: number, places: readonly number[]): NumberWindow | null => {
  if (!places.includes(groups[first]?.digits.length ?? 0)) return null;
  const found = windowOf(groups, first, places.at(-1) ?? 0);
  const fits = found?.gaps.every(({ after, text }) => places.includes(after) && (after > 4 || isDateGap(text)));
  return fits === true ? found : null;
};

const isDateGap = (gap: string): boolean => gap === ',' || (gap.length <= 3 && gapKind(gap) !== null);

/** 010190 12 34. With a hyphen, "110526 10-12" is rather a date and hours. */
const isSplitSerial = ([before, within, ...more]: readonly Gap[]): boolean =>
  before?.after === 6 &&
  gapKind(before.text) !== null &&
  within?.after === 8 &&
  gapKind(within.text) === ' ' &&
  more.length === 0;

/** ddmmyy of any century: 29 February counts when the year could be a leap year. */
const isDate = (digits: string): boolean => {
  const [day, month, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
};

/**
 * People without a CPR number get one with 6 added to the first digit
 * (https://www.cpr.dk/cpr-systemet/erstatningspersonnummer-i-eksterne-systemer).
 */
const isReplacement = (digits: string): boolean => {
  const first = Number(digits[0]) - 6;
  return first >= 0 && isDate(first + digits.slice(1));
};
