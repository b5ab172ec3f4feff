import type { Span } from './number-groups.ts';

/** `@`, its form in links, and the forms people use to hide an address from robots. */
const AT =
  /[([{] ?(?:@|at|a|et|hos|snabel[- ]?a|alfa ?krølle|krølle[- ]?a) ?[)\]}]|@+| (?:at|snabel[- ]?a|alfa ?krølle|krølle[- ]?a) /gi;
const DOT_IN_WORDS = / ?[([{] ?(?:\.|dot|punktum|prik) ?[)\]}] ?| (?:dot|punktum|prik) /iy;

const NAME = /[\p{L}\p{N}._%+'’-]/u;
/**
 * Other characters RFC 5322 allows before the @, and the end of a quoted name. Tried only when nothing usual is there.
 */
const ODD_NAME = /[\p{L}\p{N}._%+'’\-!#$&*/=?^`{|}~"]/u;
const HOST = /[\p{L}\p{N}\p{Extended_Pictographic}._-]/u;
/** A dot followed by a possible top-level domain. */
const HAS_DOMAIN = /\.[\p{L}\p{N}_-]*\p{L}{2}/u;
/** Domains people in Denmark have addresses in: enough to read "lille . dk" and "lille,dk" as one. */
const KNOWN = 'dk|com|net|org|eu|se|no|de|uk|io|nu|info|gl|fo|me|mail';
const LOOSE_DOT = new RegExp(`^(?:,| ?\\. ?)(?:${KNOWN})(?![\\p{L}\\p{N}])`, 'iu');
const HAS_KNOWN_DOMAIN = new RegExp(`\\.(?:${KNOWN})$`, 'iu');
const FILE = /\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|jpe?g|png|msg|zip)$/i;
/** "mette@lille": long enough on both sides not to be "k@ffe" or "user@host". */
const LOCAL_LENGTH = 5;
const MAX_SPACES = 2;

/** How an @ was written: the sign itself, in brackets ("(at)"), or as a word ("snabel-a"). */
type Sign = 'plain' | 'bracketed' | 'word';

/** Finds e-mail addresses in a folded text, also with spaces around the @, or with "(at)" and "dot" in words. */
export const findEmails = (text: string): Span[] => {
  const spans: Span[] = [];
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(AT)) {
    if (index < done) continue;
    const kind: Sign = /^[([{]/.test(sign) ? 'bracketed' : sign.startsWith('@') ? 'plain' : 'word';
    const found = addressAround(text, { kind, start: index, end: index + sign.length, min: done, word: sign.trim() });
    if (found === null) continue;
    done = moreHosts(text, found.end);
    spans.push({ start: found.start, end: done });
  }
  return spans;
};

const addressAround = (text: string, sign: Span & { kind: Sign; min: number; word: string }): Span | null => {
  const { kind, start: at, end: afterAt, min } = sign;
  const [before, after] = [skipSpacesBack(text, at, min), skipSpaces(text, afterAt)];
  const spaced = { before: before < at, after: after > afterAt };
  const letters = kind === 'plain' && spaced.before && spaced.after ? letterByLetter(text, before, after, min) : null;
  if (letters !== null) return letters;
  const nameStart = nameBefore(text, before, min);
  if (nameStart === null) return null;
  const name = text.slice(nameStart, before);
  const host = hostAfter(text, after, kind !== 'plain' || spaced.after || !spaced.before);
  const hasDot = /\p{L}[._-]\p{L}/u.test(name);
  if (host === null) {
    const local = kind === 'plain' && !spaced.before && !spaced.after ? localHost(text, after, name) : null;
    return local === null ? null : { start: nameStart, end: local };
  }
  const known = HAS_KNOWN_DOMAIN.test(host.domain);
  // "Tak @mette.hansen" is a mention: after a space only a name with a dot and a domain we know make an address.
  if (kind === 'plain' && spaced.before && !spaced.after && !(hasDot && known)) return null;
  // "Jeg synes at lille.dk" is a sentence.
  if (kind === 'word' && /^at$/i.test(sign.word) && !((hasDot || host.inWords) && known)) return null;
  // "bilag (a) referat.pdf", "pkt. (a) www.lille.dk"
  if (kind !== 'plain' && (FILE.test(host.domain) || /^www\./i.test(host.domain) || name.endsWith('.'))) return null;
  return { start: kind === 'plain' ? spacedDotsBack(text, nameStart, min) : nameStart, end: host.end };
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

/** "mette . hansen @": the words before, joined by dots with spaces. */
const spacedDotsBack = (text: string, from: number, min: number): number => {
  const before = /(?:[\p{L}\p{N}_-]{1,30} \. ){1,3}$/u.exec(text.slice(Math.max(min, from - 80), from));
  return before === null ? from : from - before[0].length;
};

type Host = { end: number; domain: string; inWords: boolean };

/** The domain that begins at `start`; null when there is none. `loosely`: dots in words and with spaces count. */
const hostAfter = (text: string, start: number, loosely: boolean): Host | null => {
  let end = start;
  let domain = '';
  let inWords = false;
  while (end < text.length) {
    const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
    DOT_IN_WORDS.lastIndex = end;
    const dot = loosely ? DOT_IN_WORDS.exec(text)?.[0] : undefined;
    if (dot === undefined && !HOST.test(char)) break;
    domain += dot === undefined ? char : '.';
    end += dot === undefined ? char.length : dot.length;
    inWords ||= dot !== undefined;
  }
  if (!HAS_DOMAIN.test(domain) && end > start) {
    const dot = LOOSE_DOT.exec(text.slice(end, end + 12))?.[0];
    if (dot !== undefined) {
      domain += dot.replace(/^[ .,]+/, '.');
      end += dot.length;
    }
  }
  if (!HAS_DOMAIN.test(domain)) return null;
  // The sentence's full stop is not part of the address.
  while (/[.-]/.test(text[end - 1] ?? '')) end--;
  return { end, domain: domain.replace(/[.-]+$/, ''), inWords };
};

/** The end of "mette@lille", an address inside a house; null when it is too short to tell. */
const localHost = (text: string, start: number, name: string): number | null => {
  const host = /^[\p{L}\p{N}-]{1,60}/u.exec(text.slice(start, start + 60))?.[0] ?? '';
  return host.length >= LOCAL_LENGTH && name.length >= LOCAL_LENGTH ? start + host.length : null;
};

const MAX_LETTERS = 60;

/** m e t t e @ l i l l e . d k */
const letterByLetter = (text: string, before: number, after: number, min: number): Span | null => {
  const name = /(?:(?<![\p{L}\p{N}])[\p{L}\p{N}._-] ){2,}[\p{L}\p{N}]$/u.exec(
    text.slice(Math.max(min, before - MAX_LETTERS), before),
  );
  const host = /^(?:[\p{L}\p{N}._-] ){3,}[\p{L}\p{N}](?![\p{L}\p{N}])/u.exec(text.slice(after, after + MAX_LETTERS));
  if (name === null || host?.[0].includes('.') !== true) return null;
  return { start: before - name[0].length, end: after + host[0].length };
};

/** Masks all of "a@b.dk@c.dk", whatever it is. */
const moreHosts = (text: string, from: number): number => {
  let end = from;
  while (text[end] === '@') {
    const next = hostAfter(text, end + 1, false);
    if (next === null) break;
    end = next.end;
  }
  return end;
};

const isTail = (text: string, at: number): boolean => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\n';

const skipSpaces = (text: string, from: number): number => {
  let at = from;
  while (at < from + MAX_SPACES && isSpace(text[at])) at++;
  return at;
};

const skipSpacesBack = (text: string, from: number, min: number): number => {
  let at = from;
  while (at > Math.max(min, from - MAX_SPACES) && isSpace(text[at - 1])) at--;
  return at;
};
