import { findCpr, findOddCpr } from './find-cpr.ts';
import { findEmails } from './find-emails.ts';
import { findLooseCpr } from './find-loose-cpr.ts';
import { findPhones, phoneDigits } from './find-phones.ts';
import { findSplitCpr } from './find-split-cpr.ts';
import { fold, withLookalikes } from './fold.ts';
import type { Span } from './number-groups.ts';

type Kind = 'cpr' | 'email' | 'phone';

declare const masked: unique symbol;

/** A text without personal numbers: the only form in which documents, notices and logs hold what a person wrote. */
export type Masked = string & { readonly [masked]: true };

/** A masked text, and the kinds of numbers that were masked in it, without duplicates. */
export type Masking = { text: Masked; found: ReadonlyArray<Kind> };

/** Masks what one person writes; see `maskFor`. */
export type Mask = (text: string) => Masking;

const TOKENS = { cpr: '[cpr-nummer]', email: '[e-mail]', phone: '[telefonnummer]' } as const satisfies Record<
  Kind,
  string
>;

/** Every personal number contains one of these: a digit, an @, a bracket, or a word that stands for one. */
const MAY_HOLD_ONE =
  /[\p{Nd}\p{No}@\uff20\ufe6b([{\uff08\uff3b\uff5b&%]|snabel|krølle| at |nul|zero|tyve|tredive|fyrre|halv|tres|firs|ty\b|fire|fem|seks|syv|four|five|six|seven/iu;

/** In JavaScript's `u` mode only what has no other half. */
const HALF_CHARACTER = /[\ud800-\udfff]/gu;

/** Upper limit of rounds. A token can bring two halves of a number together, so masking goes on until nothing is found. */
const MAX_ROUNDS = 6;

/** Numbers that stay: phones one by one, and the beginnings of numbers that never belong to a person. */
export type Passes = { phones: readonly string[]; beginnings?: readonly string[] };

/**
 * Replaces CPR numbers, e-mail addresses and phone numbers with readable tokens before anything is stored
 * (docs/rules.md, "Personal numbers"). Keeps what `passes` names: public numbers and the writer's own. In doubt, it
 * masks. Masking a masked text changes nothing.
 */
export const maskPersonalNumbers = (typed: string, passes: Passes): Masking => {
  // Half a character would be refused by a platform later on, and the words lost.
  const text = typed.replace(HALF_CHARACTER, '\ufffd');
  if (!MAY_HOLD_ONE.test(text)) return { text: text as Masked, found: [] };
  const phones = new Set(passes.phones.map(phoneDigits));
  const isPassed = (digits: string) =>
    phones.has(digits) ||
    (digits.length === 8 && passes.beginnings?.some((beginning) => digits.startsWith(beginning)) === true);
  let rest = text;
  const found = new Set<Kind>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const hits = hitsIn(rest, isPassed);
    if (hits.length === 0) break;
    for (const { kind } of hits) found.add(kind);
    rest = replaced(rest, hits);
  }
  return { text: rest as Masked, found: [...found] };
};

type Hit = Span & { kind: Kind };

/** Every personal number in the text, in order, by its place in the text as it was written. */
const hitsIn = (text: string, isPassed: (digits: string) => boolean): Hit[] => {
  const finders: [Kind, (folded: string) => Span[]][] = [
    ['email', findEmails],
    ['cpr', findSplitCpr],
    ['cpr', findCpr],
    ['cpr', findOddCpr],
    ['cpr', findLooseCpr],
    ['phone', (folded) => findPhones(folded, isPassed)],
  ];
  const folded = fold(text);
  const hits: Hit[] = [];
  let rest = folded.text;
  // The letters O and l are read as digits only where they stand among digits that are still unexplained.
  for (const read of [(plain: string) => plain, withLookalikes]) {
    const seen = read(rest);
    if (read === withLookalikes && seen === rest) break;
    rest = seen;
    for (const [kind, find] of finders) {
      const spans = find(rest);
      for (const span of spans) hits.push({ ...span, kind });
      rest = blank(rest, spans);
    }
  }
  const place = (at: number): number => folded.starts[at] ?? text.length;
  return hits
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, kind }) => ({ start: place(start), end: place(end), kind }));
};

/** Masks one phone number, however it is written. */
export const maskPhone = (text: Masked, phone: string): Masked => {
  const wanted = phoneDigits(phone);
  const folded = fold(text);
  const place = (at: number): number => folded.starts[at] ?? text.length;
  const hits = findPhones(folded.text, (digits) => digits !== wanted).map(
    ({ start, end }): Hit => ({ kind: 'phone', start: place(start), end: place(end) }),
  );
  return replaced(text, hits) as Masked;
};

/** Puts a token in place of what a pattern finds. */
export const replaceIn = (text: Masked, pattern: RegExp, token: `[${string}]`): Masked =>
  text.replace(pattern, token) as Masked;

export const NO_WORDS = '' as Masked;

/** Spaces, controls, characters that are drawn as nothing, and what is left of half a character. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\ufffd]*$/u;

/** Part of a masked text is itself masked. A text in which nothing can be seen is empty. */
export const trimmed = (text: Masked): Masked => (UNSEEN.test(text) ? NO_WORDS : (text.trim() as Masked));
export const joined = (texts: readonly Masked[]): Masked => texts.join('\n') as Masked;
export const inOneLine = (text: Masked): Masked => trimmed(text).replace(/\s+/gu, ' ') as Masked;
export const beginning = (text: Masked, length: number): Masked => text.slice(0, length) as Masked;
/** A masked text behind words of ours. */
export const introduced = (lead: string, text: Masked): Masked => `${lead}${text}` as Masked;
export const ending = (text: Masked, length: number): Masked => text.slice(text.length - length) as Masked;

/** Blanks what one finder found for the next ones: they see the end of a token, as a second masking would. */
const blank = (text: string, spans: readonly Span[]): string => {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(done, start), ']'.repeat(end - start));
    done = end;
  }
  return parts.join('') + text.slice(done);
};

const replaced = (text: string, hits: readonly Hit[]): string => {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, kind } of hits) {
    parts.push(text.slice(done, start), TOKENS[kind]);
    done = end;
  }
  return parts.join('') + text.slice(done);
};
