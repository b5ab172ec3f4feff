import type { Language } from '../words.ts';
import { type Masked, maskPersonalNumbers } from './mask.ts';
import type { WarningWords } from './warning-words.ts';

const TOKENS = { da: '[navn]', en: '[name]' } as const satisfies Record<Language, string>;

/** Capitalised in the middle of a sentence, and no names: pronouns, days and months, and programs everybody uses. */
const NO_NAMES = new Set(
  [
    'i de dem deres jer jeg du din dit dine',
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august',
    'september october november december danish english',
    'teams slack outlook excel word facebook danmark denmark eu',
  ].flatMap((line) => line.split(' ')),
);

type Word = { text: string; lower: string; start: number; end: number; begins: boolean };
export type NameRemover = (text: Masked, language: Language) => Masked;

/**
 * Creates what takes likely names out of a text that somebody will read who must not learn whom it is about. In doubt a
 * word goes: each word with a capital inside a sentence, each first name and surname, also of the people given, and
 * whatever was taken out once goes wherever it stands. What stands at the beginning of a sentence and is in no list
 * stays, so a person must still read the text.
 * @param people the names of those who may be meant
 */
export const createNameRemover = (names: WarningWords['names'], people: readonly string[]): NameRemover => {
  const known = new Set([...names.firstNames, ...names.surnames].map(lowered));
  const endings = names.surnameEndings.map(lowered);
  const firstNames = new Set(names.firstNames.map(lowered));
  const partsOf = (name: string) => wordsOf(name).map(({ lower }) => lower);
  const own = people.map(partsOf);
  for (const part of own.flat()) if (part.length > 1) known.add(part);
  const fullNames = new Set(own.flatMap((parts) => pairsOf(parts)));

  const isKnown = ({ lower }: Word): boolean => formsOf(lower).some((form) => known.has(form));
  const isSurname = ({ lower }: Word): boolean =>
    formsOf(lower).some((form) => form.length > 4 && endings.some((ending) => form.endsWith(ending)));
  const isName = (word: Word): boolean => {
    if (word.text === word.lower) return false;
    if (isKnown(word) || isSurname(word)) return true;
    return isCapitalised(word.text) && !word.begins && !NO_NAMES.has(word.lower);
  };
  const isSmallName = (word: Word, next: Word | undefined): boolean =>
    next !== undefined &&
    (fullNames.has(`${word.lower} ${next.lower}`) || (firstNames.has(word.lower) && isSurname(next)));

  return (text, language) => {
    const words = wordsOf(text);
    const taken = new Set<Word>();
    words.forEach((word, i) => {
      if (isName(word)) taken.add(word);
      const next = words[i + 1];
      if (next !== undefined && isSmallName(word, next)) taken.add(word).add(next);
    });
    const everywhere = new Set([...taken].flatMap(({ lower }) => (lower.length > 2 ? formsOf(lower) : [])));
    for (const word of words) if (formsOf(word.lower).some((form) => everywhere.has(form))) taken.add(word);
    words.forEach((word, i) => {
      const isBeside = [words[i - 1], words[i + 1]].some((other) => other !== undefined && taken.has(other));
      if (isBeside && /^\p{Lu}$/u.test(word.text) && !NO_NAMES.has(word.lower)) taken.add(word);
    });
    const without = withToken(text, [...taken], TOKENS[language]);
    return maskPersonalNumbers(without, { phones: [] }).text;
  };
};

const WORD = /\p{L}[\p{L}'’-]*/gu;
/** What stands between the end of one sentence and the beginning of the next. */
const NEW_SENTENCE = /(?:^|[.!?:;\n•–][\s"”»’)]*)["“«‘([\s-]*$/u;

/** A full stop after one of these ends no sentence: "hr. Brandstrup", "Gl. Kongevej", "B. Winkelhorn". */
const SHORTENED = /(?<!\p{L})(?:[Hh]r|[Ff]rk?|[Dd]r|[Pp]rof|[Mm]rs?|[Mm]s|[Gg]l|[Ss]k?t|[Ss]dr|[Nn]dr|\p{Lu})\.\s*$/u;

const beginsSentence = (before: string): boolean => NEW_SENTENCE.test(before) && !SHORTENED.test(before);

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)]
    // Inside brackets stands what was masked before.
    .filter(({ index }) => text[index - 1] !== '[' || !text.slice(index).match(/^[^[\]]*\]/u))
    .map(({ 0: word, index }) => ({
      text: word,
      lower: lowered(word),
      start: index,
      end: index + word.length,
      begins: beginsSentence(text.slice(Math.max(0, index - 12), index)),
    }));

const lowered = (word: string): string => word.normalize('NFC').toLowerCase();
/** "HR" is no name, unless a list knows it. */
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word) && word !== word.toUpperCase();

/** The word itself, without the -s of a genitive, and the parts of "Anne-Marie". */
const formsOf = (lower: string): string[] => {
  const bare = lower.replace(/(?<=\p{L}{2})['’]?s$/u, '');
  return [...new Set([lower, bare, ...bare.split('-').filter((part) => part.length > 2)])];
};

/** "anne marie holm" as people shorten it: each part with the next one, and the first with the last. */
const pairsOf = (parts: readonly string[]): string[] => {
  const next = parts.slice(1).map((part, i) => `${parts[i]} ${part}`);
  return parts.length > 1 ? [...next, `${parts[0]} ${parts.at(-1)}`] : [];
};

/** Names that stand together become one token, with the number of a house after them. */
const withToken = (text: string, taken: readonly Word[], token: string): string => {
  let rest = '';
  let done = 0;
  for (const { start, end } of taken.toSorted((a, b) => a.start - b.start)) {
    const between = text.slice(done, start);
    rest += done > 0 && /^[\s.]{0,2}$/u.test(between) ? '' : `${between}${token}`;
    done = end;
  }
  return (rest + text.slice(done)).replaceAll(
    new RegExp(`${escaped(token)},? \\d{1,3}(?:\\s?[A-Za-z])?\\b`, 'gu'),
    token,
  );
};

const escaped = (text: string): string => text.replace(/[[\]]/g, '\\$&');
