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
 * Finds CPR numbers in their usual forms: ddmmyy-xxxx, with other separators or none, with the date split, or with the
 * full year. Recognised by a valid date, not by modulus 11, which new numbers need not satisfy
 * (https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret).
 */
export const findCpr = (text: string): Span[] =>
  findAll(
    numberGroups(text),
    (groups, i) => usual(groups, i) ?? fullYear(groups, i) ?? glued(groups, i) ?? tooLong(groups, i, text),
  );

/** Finds CPR numbers in unusual groups, such as "0 1 0 1 9 0 1 2 3 4". Here the word before can rule a number out. */
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

/** People put nearly anything between date and serial; brackets belong to our own tokens. */
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
  // "01-12-2026 1400" is a date and a time: only a bare hyphen makes the serial part of the number.
  const isOne = serial === undefined || (together ? gapKind(serial) !== null : serial === '-');
  return isOne ? found : null;
};

/** ddmmyy-xxxx directly next to other digits. All of it is masked. */
const glued = (groups: readonly NumberGroup[], first: number): Found | null => {
  const [date, serial] = [groups[first], groups[first + 1]];
  if (date === undefined || serial === undefined || serial.gap !== '-') return null;
  const holds = date.digits.length >= 6 && serial.digits.length >= 4 && isDate(date.digits.slice(-6));
  return holds ? { first, last: first + 1 } : null;
};

/** A CPR number with one or two digits too many. */
const tooLong = (groups: readonly NumberGroup[], first: number, text: string): Found | null => {
  const group = groups[first];
  if (group === undefined || (group.digits.length !== 11 && group.digits.length !== 12)) return null;
  const holds = (isDate(group.digits) || isDate(group.digits.slice(-10))) && !saysOtherwise(text, group);
  return holds ? { first, last: first } : null;
};

/**
 * The window whose gaps are only at these places, with usual gaps inside the date. The last place is its length in
 * digits.
 */
const splitAt = (groups: readonly NumberGroup[], first: number, places: readonly number[]): NumberWindow | null => {
  if (!places.includes(groups[first]?.digits.length ?? 0)) return null;
  const found = windowOf(groups, first, places.at(-1) ?? 0);
  const fits = found?.gaps.every(({ after, text }) => places.includes(after) && (after > 4 || isDateGap(text)));
  return fits === true ? found : null;
};

const isDateGap = (gap: string): boolean => gap === ',' || (gap.length <= 3 && gapKind(gap) !== null);

/** Matches "010190 12 34". With a hyphen, as in "110526 10-12", it is more likely a date and hours. */
const isSplitSerial = ([before, within, ...more]: readonly Gap[]): boolean =>
  before?.after === 6 &&
  gapKind(before.text) !== null &&
  within?.after === 8 &&
  gapKind(within.text) === ' ' &&
  more.length === 0;

/** Whether ddmmyy is a date in any century: 29 February is valid when the year could be a leap year. */
const isDate = (digits: string): boolean => {
  const [day, month, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
};

/**
 * Whether this is a replacement number: people without a CPR number get one with 6 added to the first digit
 * (https://www.cpr.dk/cpr-systemet/erstatningspersonnummer-i-eksterne-systemer).
 */
const isReplacement = (digits: string): boolean => {
  const first = Number(digits[0]) - 6;
  return first >= 0 && isDate(first + digits.slice(1));
};
