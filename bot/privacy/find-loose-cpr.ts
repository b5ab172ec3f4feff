import { isNearYear, isSortedDate } from './cpr-date.ts';
import { BIRTHDAY, isBirthday, SERIAL } from './find-split-cpr.ts';
import { countsPeople } from './number-context.ts';
import type { Span } from './number-groups.ts';

/** Signs between date and serial; brackets of our own tokens end a number. */
const SIGNS = '[^\\p{L}\\d\\]]{1,12}';
const FILLER = 'og|så|med|plus|kode|koden|nr|nummer|nummeret|har|and|then|code';

const loose = new RegExp(
  `(?<![\\d\\p{L}]|\\d[./-])(?<date>${BIRTHDAY})(?!\\d)(?<between>${SIGNS}(?:(?:${FILLER})${SIGNS}){0,3})(?<serial>${SERIAL})(?!\\d|[./:,-]\\d| ?[./-] ?\\d)`,
  'giu',
);
/** Words that announce a birthday or a CPR number, before the date. */
const announced = /(?:cpr|person ?-?n(?:umme)?r|født|fødsel|fødd|født d|\bf\.|born|birth)[^.!?\n]{0,30}$/iu;
const MAX_REACH = 48;

/**
 * Finds a birthday and four digits behind it with nearly any signs or a small word between: "01.01.90 | 12 34". A date
 * of these years is a birthday only where the words before say so: else it is a meeting, and the digits its time.
 */
export const findLooseCpr = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const { 0: whole, index, groups } of text.matchAll(loose)) {
    const { date = '', serial = '' } = groups ?? {};
    const span = { start: index, end: index + whole.length };
    const said = announced.test(text.slice(Math.max(0, index - MAX_REACH), index));
    if (!isBirthday(date) || countsPeople(text, span) || isPartOfRow(text, span, date, serial)) continue;
    if (!said && (isRecent(date) || isTime(serial) || isRow(date))) continue;
    spans.push(span);
  }
  return spans;
};

/** Whether a date is of this century's twenties or thirties, in whatever form. */
const isRecent = (date: string): boolean => {
  const whole = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(date)?.[1];
  if (whole !== undefined) return whole.startsWith('20');
  const digits = date.replace(/\D/g, '');
  if (digits.length === 8) return isSortedDate(digits) || /^\d{4}20/.test(digits);
  return isNearYear(`0101${digits.slice(-2)}`);
};

/** 01 01 90: a few numbers in a row, unless each digit is told by itself. */
const isRow = (date: string): boolean => /^[\d ]+ [\d ]+$/.test(date) && !/^\d \d \d \d /.test(date);

/** Whether digits told one by one, or in twos, go on before or after. */
const isPartOfRow = (text: string, { start, end }: Span, date: string, serial: string): boolean =>
  (/^\d /.test(date) && /\d $/.test(text.slice(Math.max(0, start - 2), start))) ||
  (serial.length > 4 && /^ \d/.test(text.slice(end, end + 2)));

/** 10.30 */
const isTime = (serial: string): boolean => /^(?:[01]\d|2[0-3])\.[0-5]\d$/.test(serial);
