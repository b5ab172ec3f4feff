import type { Person } from '../people/person.ts';
import { type Masked, maskPersonalNumbers, replaceIn } from '../privacy/mask.ts';
import { maskOwnWords } from '../privacy/own-words.ts';
import { findWarning, type WarningWords } from '../privacy/warnings.ts';
import { createNameRemover } from '../privacy/without-names.ts';
import type { Language } from '../words.ts';

const TOKENS = {
  da: { name: '[navn]', unit: '[afdeling]' },
  en: { name: '[name]', unit: '[unit]' },
} as const satisfies Record<Language, Record<string, `[${string}]`>>;

/** Whom no story names: the two of its case, and everybody else who wrote in it. `unit`: also the one they had then. */
export type Named = Pick<Person, 'name' | 'unit' | 'phone'>;

/** Personal numbers, and the names, units and phone numbers of these people, become tokens. */
const withoutPeople = (text: Masked, people: readonly Named[], language: Language): Masked =>
  people.reduce(
    (rest, one) => {
      const { text: hidden } = maskOwnWords(rest, { ...one, language });
      const named = replaceIn(hidden, /\[(?:mit navn|my name)\]/gu, TOKENS[language].name);
      return replaceIn(named, /\[(?:min afdeling|my unit)\]/gu, TOKENS[language].unit);
    },
    maskPersonalNumbers(text, { phones: [] }).text,
  );

/** Whether the words likely name somebody. */
export const namesSomebody = (text: Masked, words: WarningWords): boolean =>
  findWarning(text, [], words)?.named === true;

/** Also without likely names and places; in doubt a word goes. */
export const withoutNames = (text: Masked, people: readonly Named[], language: Language, words: WarningWords): Masked =>
  createNameRemover(
    words.names,
    people.map(({ name }) => name),
  )(withoutPeople(text, people, language), language);

/** What a person wrote themselves stays as they wrote it, but for people and numbers; names go where there is one. */
export const ownWordsCleaned = (
  text: Masked,
  people: readonly Named[],
  language: Language,
  words: WarningWords,
): Masked => {
  const without = withoutPeople(text, people, language);
  return namesSomebody(without, words) ? withoutNames(without, people, language, words) : without;
};
