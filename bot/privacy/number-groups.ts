/** A run of digits, and the gap between it and the previous run. */
export type NumberGroup = {
  digits: string;
  start: number;
  end: number;
  /** Null when there is no previous group, or it is too far away to be part of the same number. */
  gap: string | null;
};

/** Part of a folded text, from `start` up to `end`. */
export type Span = { start: number; end: number };

/** The usual separators within one number: a space, or one of these with or without spaces. */
type GapKind = ' ' | '-' | '.' | '/' | '_';

/** Room for a few spaces, a line break or a separator of any kind. */
const MAX_GAP = 8;

export const numberGroups = (text: string): NumberGroup[] => {
  const groups: NumberGroup[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { 0: digits, index: start } of text.matchAll(/\d+/g)) {
    const end = start + digits.length;
    groups.push({ digits, start, end, gap: start - before > MAX_GAP ? null : text.slice(before, start) });
    before = end;
  }
  return groups;
};

/** The kind of a gap; null when it cannot be inside a number, such as a comma or a line end. */
export const gapKind = (gap: string | null): GapKind | null => {
  const found = gap === null ? null : /^ *([-./_]?) *$/.exec(gap);
  return found === null ? null : ((found[1] || ' ') as GapKind);
};

/** Groups `first` to `last`, inclusive, read as one number. */
export type NumberWindow = {
  first: number;
  last: number;
  digits: string;
  /** The gaps inside, in order, each with the number of digits before it. */
  gaps: readonly Gap[];
};
export type Gap = { after: number; text: string };

/** The window of exactly `length` digits that begins with group `first`; null when no groups add up to it. */
export const windowOf = (groups: readonly NumberGroup[], first: number, length: number): NumberWindow | null => {
  let digits = '';
  const gaps: Gap[] = [];
  for (let last = first; digits.length < length; last++) {
    const group = groups[last];
    if (group === undefined) return null;
    if (last > first) {
      if (group.gap === null) return null;
      gaps.push({ after: digits.length, text: group.gap });
    }
    digits += group.digits;
    if (digits.length === length) return { first, last, digits, gaps };
  }
  return null;
};

/** Whether all gaps are of one usual kind, as in 12 34 56 78 and 12-34-56-78 but not in "10-12 13-15". */
const isEven = (gaps: readonly Gap[]): boolean => {
  const kind = gapKind(gaps[0]?.text ?? ' ');
  return kind !== null && gaps.every(({ text }) => gapKind(text) === kind);
};

/** Whether all gaps are usual and of one kind, or at least three times the same sign: 20|30|40|50, 0,1,0,1. */
export const isAlike = (gaps: readonly Gap[]): boolean => {
  const sign = (gaps[0]?.text ?? ' ').trim();
  return (
    isEven(gaps) ||
    (gaps.length >= 3 && /^[^\p{L}\p{N}\s[\]]$/u.test(sign) && gaps.every(({ text }) => text.trim() === sign))
  );
};

export const spanOf = (
  groups: readonly NumberGroup[],
  { first, last }: Pick<NumberWindow, 'first' | 'last'>,
): Span => ({
  start: groups[first]?.start ?? 0,
  end: groups[last]?.end ?? 0,
});

/** The groups that are parts of written dates: 1-12-2026, 10/12 2026, 2026-12-01. */
export const dateGroups = (groups: readonly NumberGroup[]): ReadonlySet<number> => {
  const found = new Set<number>();
  for (let i = 0; i + 2 < groups.length; i++) {
    if (!isDate(groups[i], groups[i + 1], groups[i + 2])) continue;
    for (const part of [i, i + 1, i + 2]) found.add(part);
    i += 2;
  }
  return found;
};

/** Whether a number overlaps any of these groups. */
export const touches = ({ first, last }: Pick<NumberWindow, 'first' | 'last'>, parts: ReadonlySet<number>): boolean => {
  for (let i = first; i <= last; i++) if (parts.has(i)) return true;
  return false;
};

const isDate = (a?: NumberGroup, b?: NumberGroup, c?: NumberGroup): boolean => {
  if (a === undefined || b === undefined || c === undefined) return false;
  const [first, second] = [gapKind(b.gap), gapKind(c.gap)];
  if (first === null || first === ' ' || second === null) return false;
  const dayFirst = isUpTo(31, a) && isUpTo(12, b) && isYear(c);
  return dayFirst || (first === second && isYear(a) && isUpTo(12, b) && isUpTo(31, c));
};

const isUpTo = (max: number, { digits }: NumberGroup): boolean =>
  digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= max;

export const isYear = ({ digits }: NumberGroup): boolean => /^(?:19|20)\d\d$/.test(digits);
