import { type Escape, readEscape } from './escapes.ts';
import { numberWordsIn } from './number-words.ts';

/**
 * A text as a reader sees it: digits of any script as 0–9, numbers in words as digits, markup and invisible characters
 * removed, all dashes as `-`.
 */
type Folded = {
  text: string;
  /** The offset in the original of each character of `text`, and of its end. */
  starts: readonly number[];
};

const INVISIBLE = /[\p{C}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;
const DIGIT = /\p{Nd}/u;
/** Circled, subscript and the like, but not superscript: "50 m²" is no part of a number. */
const ODD_DIGIT = /(?![\u00b2\u00b3\u00b9\u2070-\u2079])\p{No}/u;
const DASH = /[\p{Pd}\u2212\u2043]/u;
const DOT = /[\u00b7\u2022\u2024\u2027\u3002\uff61]/u;
const SLASH = /[\u2044\u2215]/u;
const LINE_END = /[\n\r\u0085\u2028\u2029]/u;
/** Blank without being white space to Unicode: the Hangul filler and the empty Braille cell. */
const BLANK = /[\u3164\u2800]/u;
const PRINTABLE_ASCII = /^[!-/:-~]$/;

/** Folds a text for searching, never for storing: `starts` maps back to the original. */
export const fold = (text: string): Folded => {
  const seen = new Map<string, string>();
  const starts: number[] = [];
  const parts: string[] = [];
  const words = numberWordsIn(text);
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const { plain, length } = words.get(at) ?? readEscape(text, at, char) ?? foldedChar(char, seen);
    for (let i = 0; i < plain.length; i++) starts.push(at + Math.min(i, length - 1));
    parts.push(plain);
    at += length;
  }
  starts.push(text.length);
  return { text: parts.join(''), starts };
};

const foldedChar = (char: string, seen: Map<string, string>): Escape => {
  let plain = ASCII.get(char) ?? seen.get(char);
  if (plain === undefined) {
    plain = foldOne(char);
    seen.set(char, plain);
  }
  return { plain, length: char.length };
};

const foldOne = (char: string): string => {
  if (DIGIT.test(char)) return asciiDigit(char);
  if (LINE_END.test(char)) return '\n';
  if (BLANK.test(char)) return ' ';
  // U+FEFF counts as white space in JavaScript, but has no width.
  if (/\s/u.test(char) && char !== '\ufeff') return ' ';
  if (DASH.test(char)) return '-';
  if (INVISIBLE.test(char)) return '';
  if (DOT.test(char)) return '.';
  if (SLASH.test(char)) return '/';
  // Full-width and other forms of @, +, ( and the like.
  const compatible = char.normalize('NFKC');
  if (ODD_DIGIT.test(char)) return /^\(?(\d{1,2})[.)]?$/.exec(compatible)?.[1] ?? char;
  return PRINTABLE_ASCII.test(compatible) ? compatible : char;
};

/** Unicode lists the digits of each script as ten code points from 0 to 9 (Unicode Standard, section 4.6). */
const asciiDigit = (digit: string): string => {
  const codePoint = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(codePoint - before - 1))) before++;
  return String(before % 10);
};

/** The letters O and l among digits, as in "O1O19O-l234". Character by character, so that offsets hold. */
export const withLookalikes = (folded: string): string =>
  folded.replace(/(?<![\p{L}\d])[\doOlI]*\d[\doOlI]*(?!\p{L})/gu, (run) =>
    run.length < 3 ? run : run.replace(/[oO]/g, '0').replace(/[lI]/g, '1'),
  );

/** ASCII characters, nearly all that people write, folded once in advance. */
const ASCII: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).map((char) => [char, foldOne(char)]),
);
