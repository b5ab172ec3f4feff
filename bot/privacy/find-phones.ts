import { isSortedDate } from './cpr-date.ts';
import { notPhones } from './not-phones.ts';
import { isBeforeMoney, saysOtherwise, saysPhone, speaksOfPhones } from './number-context.ts';
import {
  dateGroups,
  gapKind,
  isAlike,
  isYear,
  type NumberGroup,
  type NumberWindow,
  numberGroups,
  type Span,
  spanOf,
  touches,
  windowOf,
} from './number-groups.ts';

const DANISH_LENGTH = 8;
/** Digits including the country code. E.164 allows at max 15; fewer than 7 is not a whole number. */
const INTERNATIONAL_LENGTH = { min: 7, max: 15 };
const COUNTRY_CODE = '45';
/** No Danish phone number begins with 0 or 1 (the Danish numbering plan). */
const DANISH_BEGINNING = /^[2-9]/;

/** A number's digits without +45, 0045 or 45, and without the + or 00 of another country. */
export const phoneDigits = (text: string): string => {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  return digits.length === DANISH_LENGTH + 2 && digits.startsWith(COUNTRY_CODE) ? digits.slice(2) : digits;
};

/**
 * Finds phone numbers in a folded text: eight digits in any usual grouping, unless the words around say otherwise, and
 * anything that begins with + or 00 and a country code. Leaves alone numbers for which `passes` returns true; it gets
 * them as `phoneDigits`.
 */
export const findPhones = (text: string, passes: (digits: string) => boolean): Span[] => {
  const groups = numberGroups(text);
  const dates = dateGroups(groups);
  const isInOther = within(notPhones(text));
  const spans: Span[] = [];
  for (let i = 0; i < groups.length; i++) {
    const abroad = withCountry(groups, i, text, dates);
    const found = abroad ?? danish(groups, i, text);
    if (found === null || touches(found, dates)) continue;
    const span = spanOf(groups, found);
    const announced = saysPhone(text, span);
    if (!announced && isInOther(span)) continue;
    const kept =
      isAmountWithSign(text, span, abroad) || (abroad === null && !announced && isOther(groups, found, text, span));
    if (kept) {
      i = abroad === null ? lastOfRow(groups, found) : found.last;
      continue;
    }
    if (passes(phoneDigits(found.digits))) {
      i = found.last;
      continue;
    }
    const last = abroad === null ? wholeNumber(groups, found) : found.last;
    spans.push(withSign(text, spanOf(groups, { first: i, last })));
    i = last;
  }
  return spans;
};

/** "tlf. 070-123 45 67", as people write a number from their own country: longer than ours, so all of it is masked. */
const wholeNumber = (groups: readonly NumberGroup[], { last, digits }: NumberWindow): number => {
  const next = groups[last + 1];
  const goesOn = next !== undefined && next.digits.length <= 3 && /^[ -]$/.test(next.gap ?? '');
  return goesOn && !DANISH_BEGINNING.test(digits) ? last + 1 : last;
};

/** Whether a span lies in one of these; asked in ascending order. */
const within = (others: readonly Span[]): ((span: Span) => boolean) => {
  let at = 0;
  return ({ start, end }) => {
    while ((others[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const other = others[at];
    return other !== undefined && other.start <= start && end <= other.end;
  };
};

/** Eight digits, with or without 45 in front. */
const danish = (groups: readonly NumberGroup[], first: number, text: string): NumberWindow | null => {
  const asPhone = (found: NumberWindow | null) => {
    if (found === null || isAlike(found.gaps)) return found;
    if (inPairs(groups, found) || isSplitByWord(found)) return found;
    const usual = found.gaps.every((gap) => gapKind(gap.text) !== null);
    return usual && saysPhone(text, spanOf(groups, found)) ? found : null;
  };
  if (groups[first]?.digits.startsWith(COUNTRY_CODE)) {
    const found = asPhone(windowOf(groups, first, DANISH_LENGTH + 2)) ?? bracketed(groups, first);
    if (found !== null) return found;
  }
  return asPhone(windowOf(groups, first, DANISH_LENGTH)) ?? areaBracketed(groups, first, text);
};

/**
 * 20 30-40 50, 20.30 40 50, also over a line end: pairs of digits with any of the usual signs between. But not part of
 * more ("01/12/26-03/12/26"), nor two twos ("55.67 12.56").
 */
const inPairs = (groups: readonly NumberGroup[], { first, last, gaps, digits }: NumberWindow): boolean => {
  const [one, two, three] = gaps.map(({ text }) => text.trim());
  return (
    DANISH_BEGINNING.test(digits) &&
    gaps.length === 3 &&
    gaps.every(({ after, text }, i) => after === 2 * (i + 1) && /^\s{0,3}[-./,]?\s{0,3}$/.test(text)) &&
    !(one !== '' && two === '' && three === one) &&
    !isAttached(groups[first]) &&
    !isAttached(groups[last + 1])
  );
};

const isAttached = (group: NumberGroup | undefined): boolean => /^[-./:,]$/.test(group?.gap ?? '');

/** 20 30 og så 40 50 */
const isSplitByWord = ({ gaps, digits }: NumberWindow): boolean =>
  DANISH_BEGINNING.test(digits) &&
  gaps.some(({ after, text }) => after === 4 && /^ (?:- )?(?:og|så|og så|and|then) $/.test(text)) &&
  gaps.every(({ after, text }) => after === 4 || gapKind(text) !== null);

/** (20)304050 */
const areaBracketed = (groups: readonly NumberGroup[], first: number, text: string): NumberWindow | null => {
  if (text[(groups[first]?.start ?? 0) - 1] !== '(') return null;
  const found = windowOf(groups, first, DANISH_LENGTH);
  const [gap, ...others] = found?.gaps ?? [];
  return gap !== undefined && /^\) ?$/.test(gap.text) && isAlike(others) ? found : null;
};

/** (45) 12 34 56 78 */
const bracketed = (groups: readonly NumberGroup[], first: number): NumberWindow | null => {
  const found = windowOf(groups, first, DANISH_LENGTH + 2);
  const [gap, ...others] = found?.gaps ?? [];
  return gap?.after === 2 && /^ ?\) ?$/.test(gap.text) && isAlike(others) ? found : null;
};

/** Matches "+46 70 123 45 67" and "0045 12345678", over as many groups as such a number can have. */
const withCountry = (
  groups: readonly NumberGroup[],
  first: number,
  text: string,
  dates: ReadonlySet<number>,
): NumberWindow | null => {
  const zeros = groups[first]?.digits.startsWith('00') === true ? 2 : 0;
  if (zeros === 0 && !hasPlus(text, groups[first]?.start ?? 0)) return null;
  const min = zeros === 0 ? INTERNATIONAL_LENGTH.min : zeros + DANISH_LENGTH;
  let found: NumberWindow | null = null;
  let digits = '';
  for (let last = first; last < groups.length && !dates.has(last); last++) {
    const group = groups[last];
    if (group === undefined || (last > first && !isForeignGap(group.gap))) break;
    digits += group.digits;
    if (digits.length > INTERNATIONAL_LENGTH.max + zeros) break;
    if (digits.length >= min) found = { first, last, digits, gaps: [] };
    if (digits.startsWith(COUNTRY_CODE, zeros) && digits.length === zeros + COUNTRY_CODE.length + DANISH_LENGTH) break;
  }
  return found;
};

const hasPlus = (text: string, start: number): boolean =>
  text[start - 1] === '+' ||
  (/[ (]/.test(text[start - 1] ?? '') && text[start - 2] === '+' && !/[\p{L}\p{N}\]]/u.test(text[start - 3] ?? ''));

const isForeignGap = (gap: string | null): boolean => gap !== null && /^ {0,2}[-./_(),]{0,2} {0,2}$/.test(gap);

/** Whether eight digits are something else: years, dates, part of a longer row, or what the words around say. */
const isOther = (groups: readonly NumberGroup[], found: NumberWindow, text: string, span: Span): boolean => {
  const parts = groups.slice(found.first, found.last + 1);
  if (parts.length === 2 && parts.every(isYear)) return true;
  if (parts.length === 1 && isSortedDate(found.digits)) return true;
  const next = groups[found.last + 1];
  const billions =
    parts.length > 1 && [...parts.slice(1), next].every((part) => part?.gap === '.' && part.digits.length === 3);
  if (billions || isRowOfFours(groups, found) || saysOtherwise(text, span)) return true;
  return found.digits.length === DANISH_LENGTH && !DANISH_BEGINNING.test(found.digits) && !speaksOfPhones(text, span);
};

/** 2820 2830 2840: postcodes, years. Four of them are two phone numbers. */
const isRowOfFours = (groups: readonly NumberGroup[], { first, last }: NumberWindow): boolean => {
  const [, second, third, fourth] = groups.slice(first, first + 4);
  if (last !== first + 1 || groups[first]?.digits.length !== 4 || third?.digits.length !== 4) return false;
  const kind = gapKind(second?.gap ?? null);
  return kind !== null && gapKind(third.gap) === kind && gapKind(fourth?.gap ?? null) !== kind;
};

const isAmountWithSign = (text: string, span: Span, abroad: NumberWindow | null): boolean =>
  abroad !== null && !abroad.digits.startsWith('00') && isBeforeMoney(text, span);

/** The last group of a longer number with the same separator, such as EAN 57 90 00 12 34 56 7. */
const lastOfRow = (groups: readonly NumberGroup[], found: NumberWindow): number => {
  const kind = gapKind(groups[found.last]?.gap ?? null);
  let last = found.last;
  while (groups[last + 1] !== undefined && kind !== null && gapKind(groups[last + 1]?.gap ?? null) === kind) last++;
  return last;
};

/** Extends the span over the + and the bracket around a country code. */
const withSign = (text: string, { start, end }: Span): Span => {
  const sign = /(?:\( ?\+[ (]?|\+[ (]?|\()$/.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '';
  const opened = sign.includes('(') && !text.slice(start, end).includes(')');
  return { start: start - (opened ? sign.replace(/^.*\( ?/, '') : sign).length, end };
};
