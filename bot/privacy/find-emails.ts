import type { Span } from './number-groups.ts';

/** `@`, its form in links, and the forms people use to hide an address from robots. */
const AT = /@+|%40|[([{] ?(?:at|a|snabel-?a) ?[)\]}]/gi;
const DOT_IN_WORDS = / ?[([{] ?(?:dot|punktum|prik) ?[)\]}] ?| (?:dot|punktum) /iy;

const NAME = /[\p{L}\p{N}._%+'’-]/u;
/**
 * Other characters RFC 5322 allows before the @, and the end of a quoted name. Tried only when nothing usual is there.
 */
const ODD_NAME = /[\p{L}\p{N}._%+'’\-!#$&*/=?^`{|}~"]/u;
const HOST = /[\p{L}\p{N}._-]/u;
/** A dot followed by a possible top-level domain. */
const HAS_DOMAIN = /\.[\p{L}\p{N}_-]*\p{L}{2}/u;
const MAX_SPACES = 2;

/** Finds e-mail addresses in a folded text, also with spaces around the @, or with "(at)" and "(dot)" in words. */
export const findEmails = (text: string): Span[] => {
  const spans: Span[] = [];
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(AT)) {
    if (index < done) continue;
    const plain = !sign.startsWith('(') && !sign.startsWith('[') && !sign.startsWith('{');
    const spaced = text[index + sign.length] === ' ';
    // "Tak @mette.hansen" is a mention: a space before the @ is skipped only when there is one after it too.
    const start = nameBefore(text, plain && !spaced ? index : skipSpacesBack(text, index, done), done);
    if (start === null) continue;
    const end = hostEnd(text, index + sign.length, !plain);
    if (end === null) continue;
    done = moreHosts(text, end);
    spans.push({ start, end: done });
  }
  return spans;
};

/** The start of the name that ends at `end`; null when there is none. */
const nameBefore = (text: string, end: number, min: number): number | null => {
  for (const allowed of [NAME, ODD_NAME]) {
    let start = end;
    while (start > min) {
      const size = isTail(text, start - 1) ? 2 : 1;
      if (!allowed.test(text.slice(start - size, start))) break;
      start -= size;
    }
    if (start < end) return start;
  }
  return null;
};

/** The end of the domain that begins at `from`; null when there is no domain. */
const hostEnd = (text: string, from: number, inWords: boolean): number | null => {
  const start = skipSpaces(text, from);
  let end = start;
  let domain = '';
  while (end < text.length) {
    const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
    DOT_IN_WORDS.lastIndex = end;
    const dot = inWords ? DOT_IN_WORDS.exec(text)?.[0] : undefined;
    if (dot === undefined && !HOST.test(char)) break;
    domain += dot === undefined ? char : '.';
    end += dot === undefined ? char.length : dot.length;
  }
  if (!HAS_DOMAIN.test(domain)) return null;
  // The sentence's full stop is not part of the address.
  while (/[.-]/.test(text[end - 1] ?? '')) end--;
  return end;
};

/** Masks all of "a@b.dk@c.dk", whatever it is. */
const moreHosts = (text: string, from: number): number => {
  let end = from;
  while (text[end] === '@') {
    const next = hostEnd(text, end + 1, false);
    if (next === null) break;
    end = next;
  }
  return end;
};

const isTail = (text: string, at: number): boolean => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;

const skipSpaces = (text: string, from: number): number => {
  let at = from;
  while (at < from + MAX_SPACES && text[at] === ' ') at++;
  return at;
};

const skipSpacesBack = (text: string, from: number, min: number): number => {
  let at = from;
  while (at > Math.max(min, from - MAX_SPACES) && text[at - 1] === ' ') at--;
  return at;
};
