import { findCpr, findOddCpr } from './find-cpr.ts';
import { findEmails } from './find-emails.ts';
import { findPhones, phoneDigits } from './find-phones.ts';
import { fold } from './fold.ts';
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

/** Every personal number contains one of these. The brackets are for "navn (at) kommune.dk". */
const MAY_HOLD_ONE = /[\p{Nd}@\uff20\ufe6b([{\uff08\uff3b\uff5b]/u;

/**
 * Replaces CPR numbers, e-mail addresses and phone numbers with readable tokens before anything is stored
 * (docs/rules.md, "Personal numbers"). Keeps `passes.phones`, the municipality's own numbers and the writer's. In
 * doubt, it masks.
 */
export const maskPersonalNumbers = (text: string, passes: { phones: readonly string[] }): Masking => {
  if (!MAY_HOLD_ONE.test(text)) return { text: text as Masked, found: [] };
  const isPassed = (digits: string) => passes.phones.some((phone) => phoneDigits(phone) === digits);
  const finders: [Kind, (folded: string) => Span[]][] = [
    ['email', findEmails],
    ['cpr', findCpr],
    ['cpr', findOddCpr],
    ['phone', (folded) => findPhones(folded, isPassed)],
  ];
  const folded = fold(text);
  const hits: (Span & { kind: Kind })[] = [];
  let rest = folded.text;
  for (const [kind, find] of finders) {
    const spans = find(rest);
    for (const span of spans) hits.push({ ...span, kind });
    rest = blank(rest, spans);
  }
  hits.sort((a, b) => a.start - b.start);
  return { text: replaced(text, folded.starts, hits), found: [...new Set(hits.map(({ kind }) => kind))] };
};

export const NO_WORDS = '' as Masked;

/** Part of a masked text is itself masked. */
export const trimmed = (text: Masked): Masked => text.trim() as Masked;
export const inOneLine = (text: Masked): Masked => text.trim().replace(/\s+/gu, ' ') as Masked;
export const beginning = (text: Masked, length: number): Masked => text.slice(0, length) as Masked;

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

const replaced = (text: string, starts: readonly number[], hits: readonly (Span & { kind: Kind })[]): Masked => {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, kind } of hits) {
    parts.push(text.slice(done, starts[start]), TOKENS[kind]);
    done = starts[end] ?? text.length;
  }
  return (parts.join('') + text.slice(done)) as Masked;
};
