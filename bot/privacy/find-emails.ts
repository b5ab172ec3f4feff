import type { Span } from './number-groups.ts';

/** `@`, as an address in a link writes it, and as people write it to hide an address from robots. */
const AT = /@+|%40|[([{] ?(?:at|a|snabel-?a) ?[)\]}]/gi;
const DOT_IN_WORDS = / ?[([{] ?(?:dot|punktum|prik) ?[)\]}] ?| (?:dot|punktum) /iy;

const NAME = /[\p{L}\p{N}._%+'’-]/u;
/** What else RFC 5322 allows before the @, and a quoted name's end. Only looked at when nothing usual stands there. */
const ODD_NAME = /[\p{L}\p{N}._%+'’\-!#$&*/=?^`{|}~"]/u;
const HOST = /[\p{L}\p{N}._-]/u;
/** A dot and something after it that can be a domain's last part. */
const HAS_DOMAIN = /\.[\p{L}\p{N}_-]*\p{L}{2}/u;
const MAX_SPACES = 2;

/** E-mail addresses in a folded text, also with a space beside the @ or with "(at)" and "(dot)" in words. */
export const findEmails = (text: string): Span[] => {
  const spans: Span[] = [];
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(AT)) {
    if (index < done) continue;
    const plain = !sign.startsWith('(') && !sign.startsWith('[') && !sign.startsWith('{');
    const spaced = text[index + sign.length] === ' ';
    // "Tak @mette.hansen" is a mention: a space before the sign counts only together with one after it.
    const start = nameBefore(text, plain && !spaced ? index : skipSpacesBack(text, index, done), done);
    if (start === null) continue;
    const end = hostEnd(text, index + sign.length, !plain);
    if (end === null) continue;
    done = moreHosts(text, end);
    spans.push({ start, end: done });
  }
  return spans;
};

/** Where the name that ends at `end` begins; null when there is none. */
const nameBefore = (text: string, end: number, least: number): number | null => {
  for (const allowed of [NAME, ODD_NAME]) {
    let start = end;
    while (start > least) {
      const size = isTail(text, start - 1) ? 2 : 1;
      if (!allowed.test(text.slice(start - size, start))) break;
      start -= size;
    }
    if (start < end) return start;
  }
  return null;
};

/** Where the domain that begins at `from` ends; null when what stands there is no domain. */
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
  // The full stop of the sentence stays.
  while (/[.-]/.test(text[end - 1] ?? '')) end--;
  return end;
};

/** "a@b.dk@c.dk": whatever it is, no part of it stays. */
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

const skipSpacesBack = (text: string, from: number, least: number): number => {
  let at = from;
  while (at > Math.max(least, from - MAX_SPACES) && text[at - 1] === ' ') at--;
  return at;
};
