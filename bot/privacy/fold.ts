/** A text as a reader sees it: digits of any script as 0–9, invisible characters removed, all dashes as `-`. */
type Folded = {
  text: string;
  /** The offset in the original of each character of `text`, and of its end. */
  starts: readonly number[];
};

const INVISIBLE = /[\p{C}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;
const DIGIT = /\p{Nd}/u;
const DASH = /[\p{Pd}\u2212\u2043]/u;
const DOT = /[\u00b7\u2022\u2024\u2027\u3002\uff61]/u;
const SLASH = /[\u2044\u2215]/u;
const LINE_END = /[\n\r\u0085\u2028\u2029]/u;
const PRINTABLE_ASCII = /^[!-/:-~]$/;

/** Folds a text for searching, never for storing: `starts` maps back to the original. */
export const fold = (text: string): Folded => {
  const seen = new Map<string, string>();
  const starts: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    let plain = ASCII.get(char) ?? seen.get(char);
    if (plain === undefined) {
      plain = foldOne(char);
      seen.set(char, plain);
    }
    for (let i = 0; i < plain.length; i++) starts.push(at + Math.min(i, char.length - 1));
    folded += plain;
    at += char.length;
  }
  starts.push(text.length);
  return { text: folded, starts };
};

const foldOne = (char: string): string => {
  if (DIGIT.test(char)) return asciiDigit(char);
  if (LINE_END.test(char)) return '\n';
  // U+FEFF counts as white space in JavaScript, but has no width.
  if (/\s/u.test(char) && char !== '\ufeff') return ' ';
  if (DASH.test(char)) return '-';
  if (INVISIBLE.test(char)) return '';
  if (DOT.test(char)) return '.';
  if (SLASH.test(char)) return '/';
  // Full-width and other forms of @, +, ( and the like. Digits were handled above: ² and ① are not digits of a number.
  const compatible = char.normalize('NFKC');
  return PRINTABLE_ASCII.test(compatible) ? compatible : char;
};

/** Unicode lists the digits of each script as ten code points from 0 to 9 (Unicode Standard, section 4.6). */
const asciiDigit = (digit: string): string => {
  const codePoint = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(codePoint - before - 1))) before++;
  return String(before % 10);
};

/** ASCII characters, nearly all that people write, folded once in advance. */
const ASCII: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).map((char) => [char, foldOne(char)]),
);
