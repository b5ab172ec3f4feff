import { readEscape } from './escapes.ts';
import type { Masked } from './mask.ts';

/** Named letters as web pages write them; the signs are in `escapes.ts`. */
const LETTERS: Readonly<Record<string, string>> = {
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  eacute: 'é',
  Eacute: 'É',
  auml: 'ä',
  Auml: 'Ä',
  ouml: 'ö',
  Ouml: 'Ö',
  uuml: 'ü',
  Uuml: 'Ü',
  szlig: 'ß',
};
const LETTER = /&(?:([a-zA-Z]{4,6})|#(\d{2,6})|#[xX]([0-9a-fA-F]{2,5}));/y;
const UNSEEN = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/** A text in small, decomposed letters, without markup and what is drawn as nothing; `starts` leads back to the text. */
const plainly = (text: string): { text: string; starts: number[] } => {
  const starts: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const { plain: seen, length } = readLetter(text, at) ??
      readEscape(text, at, char) ?? { plain: UNSEEN.test(char) ? '' : char, length: char.length };
    const small = seen
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[’‘`´]/gu, "'");
    for (let i = 0; i < small.length; i++) starts.push(at);
    plain += small;
    at += length;
  }
  starts.push(text.length);
  return { text: plain, starts };
};

const readLetter = (text: string, at: number): { plain: string; length: number } | null => {
  LETTER.lastIndex = at;
  const found = LETTER.exec(text);
  if (found === null) return null;
  const [whole, name, decimal, hex] = found;
  if (name !== undefined) {
    const plain = Object.hasOwn(LETTERS, name) ? LETTERS[name] : undefined;
    return plain === undefined ? null : { plain, length: whole.length };
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const plain = code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return /^[\p{L}\p{M}]$/u.test(plain) ? { plain, length: whole.length } : null;
};

/** The shortest word that can be taken out: one letter stands everywhere. */
const MIN_LENGTH = 2;

/** What is taken out, between commas; null when nothing is left to look for. */
export const phrasesIn = (words: string): readonly string[] | null => {
  const phrases = words
    .split(/[,;\n]/u)
    .map((phrase) => plainly(phrase).text.replaceAll(/\s+/gu, ' ').trim())
    .filter((phrase) => phrase.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= MIN_LENGTH);
  return phrases.length === 0 ? null : phrases;
};

/** Takes words out of a text. Returns it with a token in each place, and how many places there were. */
export type TakeWordsOut = (text: Masked, token: `[${string}]`) => { text: Masked; places: number };

/**
 * Creates what finds whole words however they are written: in small or capital letters, with a genitive, in HTML's or
 * Unicode's other spellings, over more than one space. The longest phrase goes first.
 */
export const createTakeWordsOut = (phrases: readonly string[]): TakeWordsOut => {
  const patterns = phrases
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, '\\$&').replaceAll(' ', '[\\s\\-]+'));
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}])(?:${patterns.join('|')})(?!\\p{M})(?:'?s|')?(?![\\p{L}\\p{N}\\p{M}])`,
    'gu',
  );
  return (text, token) => {
    const { text: plain, starts } = plainly(text);
    let rest = '';
    let done = 0;
    let places = 0;
    for (const { 0: found, index } of plain.matchAll(whole)) {
      rest += text.slice(done, starts[index]) + token;
      done = starts[index + found.length] ?? text.length;
      places++;
    }
    return { text: (rest + text.slice(done)) as Masked, places };
  };
};
