import { saysOtherwise, saysPhone } from './number-context.ts';
import {
  dateGroups,
  gapKind,
  isEven,
  isYear,
  type NumberGroup,
  type NumberWindow,
  numberGroups,
  type Span,
  spanOf,
  touches,
  windowOf,
} from './number-groups.ts';

const DANISH = 8;
/** E.164: at most 15 digits with the country's. Fewer than 7 is no whole number. */
const INTERNATIONAL = { least: 7, most: 15 };
const COUNTRY_CODE = '45';

/** A number's own digits: without +45, 0045 or 45, and without the + or 00 of another country. */
export const phoneDigits = (text: string): string => {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  return digits.length === DANISH + 2 && digits.startsWith(COUNTRY_CODE) ? digits.slice(2) : digits;
};

/**
 * Phone numbers in a folded text: eight digits in any usual grouping unless the words around say otherwise, and
 * whatever begins with + or 00 and a country. Numbers that pass (asked for as `phoneDigits`) are left alone.
 */
export const findPhones = (text: string, passes: (digits: string) => boolean): Span[] => {
  const groups = numberGroups(text);
  const dates = dateGroups(groups);
  const spans: Span[] = [];
  for (let i = 0; i < groups.length; i++) {
    const abroad = withCountry(groups, i, text, dates);
    const found = abroad ?? danish(groups, i, text);
    if (found === null || touches(found, dates)) continue;
    const span = spanOf(groups, found);
    const kept =
      isAmountWithSign(text, span, abroad) ||
      (abroad === null && !saysPhone(text, span) && isOther(groups, found, text, span));
    if (kept) {
      i = abroad === null ? lastOfRow(groups, found) : found.last;
      continue;
    }
    if (!passes(phoneDigits(found.digits))) spans.push(withSign(text, span));
    i = found.last;
  }
  return spans;
};

/** Eight digits, with or without 45 before them. */
const danish = (groups: readonly NumberGroup[], first: number, text: string): NumberWindow | null => {
  const asPhone = (found: NumberWindow | null) => {
    if (found === null || isEven(found.gaps)) return found;
    const usual = found.gaps.every((gap) => gapKind(gap.text) !== null);
    return usual && saysPhone(text, spanOf(groups, found)) ? found : null;
  };
  if (groups[first]?.digits.startsWith(COUNTRY_CODE)) {
    const found = asPhone(windowOf(groups, first, DANISH + 2)) ?? bracketed(groups, first);
    if (found !== null) return found;
  }
  return asPhone(windowOf(groups, first, DANISH));
};

/** (45) 12 34 56 78 */
const bracketed = (groups: readonly NumberGroup[], first: number): NumberWindow | null => {
  const found = windowOf(groups, first, DANISH + 2);
  const [gap, ...others] = found?.gaps ?? [];
  return gap?.after === 2 && /^ ?\) ?$/.test(gap.text) && isEven(others) ? found : null;
};

/** +46 70 123 45 67, 0045 12345678: as many groups as such a number can have. */
const withCountry = (
  groups: readonly NumberGroup[],
  first: number,
  text: string,
  dates: ReadonlySet<number>,
): NumberWindow | null => {
  const zeros = groups[first]?.digits.startsWith('00') === true ? 2 : 0;
  if (zeros === 0 && !hasPlus(text, groups[first]?.start ?? 0)) return null;
  const least = zeros === 0 ? INTERNATIONAL.least : zeros + DANISH;
  let found: NumberWindow | null = null;
  let digits = '';
  for (let last = first; last < groups.length && !dates.has(last); last++) {
    const group = groups[last];
    if (group === undefined || (last > first && !isForeignGap(group.gap))) break;
    digits += group.digits;
    if (digits.length > INTERNATIONAL.most + zeros) break;
    if (digits.length >= least) found = { first, last, digits, gaps: [] };
    if (digits.startsWith(COUNTRY_CODE, zeros) && digits.length === zeros + COUNTRY_CODE.length + DANISH) break;
  }
  return found;
};

const hasPlus = (text: string, start: number): boolean =>
  text[start - 1] === '+' ||
  (/[ (]/.test(text[start - 1] ?? '') && text[start - 2] === '+' && !/[\p{L}\p{N}\]]/u.test(text[start - 3] ?? ''));

const isForeignGap = (gap: string | null): boolean => gap !== null && /^ {0,2}[-./_()]{0,2} {0,2}$/.test(gap);

/** What is no phone number though it has eight digits: two years, a part of billions, or what the words around say. */
const isOther = (groups: readonly NumberGroup[], found: NumberWindow, text: string, span: Span): boolean => {
  const parts = groups.slice(found.first, found.last + 1);
  if (parts.length === 2 && parts.every(isYear)) return true;
  const next = groups[found.last + 1];
  const billions =
    parts.length > 1 && [...parts.slice(1), next].every((part) => part?.gap === '.' && part.digits.length === 3);
  return billions || saysOtherwise(text, span);
};

const isAmountWithSign = (text: string, span: Span, abroad: NumberWindow | null): boolean =>
  abroad !== null && !abroad.digits.startsWith('00') && saysOtherwise(text, { start: 0, end: span.end });

/** The rest of a longer number of the same make: EAN 57 90 00 12 34 56 7. */
const lastOfRow = (groups: readonly NumberGroup[], found: NumberWindow): number => {
  if (found.first === found.last) return found.last;
  const kind = gapKind(groups[found.last]?.gap ?? null);
  let last = found.last;
  while (groups[last + 1] !== undefined && kind !== null && gapKind(groups[last + 1]?.gap ?? null) === kind) last++;
  return last;
};

/** The + and the bracket around a country code belong to the number. */
const withSign = (text: string, { start, end }: Span): Span => {
  const sign = /(?:\( ?\+[ (]?|\+[ (]?|\()$/.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '';
  const opened = sign.includes('(') && !text.slice(start, end).includes(')');
  return { start: start - (opened ? sign.replace(/^.*\( ?/, '') : sign).length, end };
};
