import { type Meaning, phraseOf, phrasesNear } from './phrase-index.ts';
import { OTHER_WORDS } from './phrases/other-words.ts';
import { plainWords, type Spelling, spellingOf } from './plain-words.ts';
import { heartsOf, withoutFillers, withoutNearFiller } from './politeness.ts';
import type { WordInChat } from './word-in-chat.ts';

/**
 * A word of ours that somebody seems to have said. `said`: letter for letter. `typo`: one letter is off, and the text
 * hardly means anything else. `guess`: one letter is off, and it may well mean something else.
 */
export type Recognised = Meaning & { as: 'said' | 'typo' | 'guess' };

/** Finds the word of ours in a text that holds nothing else: politeness, our name, emoji and punctuation aside. */
export const recognise = (text: string): Recognised | null => {
  const words = withoutFillers(plainWords(text));
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const hearts = spelledHearts(words);
  const meaning = hearts.map(phraseOf).find((found) => found !== undefined);
  if (meaning !== undefined) return { ...meaning, as: 'said' };
  const exact = codeIn(text) ?? searchIn(text) ?? hearts.map(caseIn).find((found) => found !== null);
  return exact ? { word: exact, to: 'us', as: 'said' } : (slipIn(hearts) ?? slipInFiller(words));
};

const spelledHearts = (words: readonly string[]): Spelling[] =>
  heartsOf(words).map((heart) => spellingOf(heart.join(' ')));

/** Everything but the filler is said letter for letter. */
const slipInFiller = (words: readonly string[]): Recognised | null => {
  const [meaning] = withoutNearFiller(words)
    .flatMap(spelledHearts)
    .flatMap((heart) => phraseOf(heart) ?? []);
  return meaning === undefined ? null : { ...meaning, word: withoutLanguage(meaning.word), as: 'typo' };
};

/** The longest phrase with politeness around it is shorter. */
const MOST_WORDS = 20;

/** A code as the card shows it, with or without the hyphen. Any other single word counts as a wrong code. */
const CODE = /^(?:forbind|link) ([a-z0-9-]{4,12}|[bcdfghjkmnpqrstvwxz]{4} [bcdfghjkmnpqrstvwxz]{4})[.!]?$/u;

const codeIn = (text: string): WordInChat | null => {
  const code = CODE.exec(text.normalize('NFKC').toLowerCase().trim())?.[1];
  return code === undefined ? null : { word: 'code', code: code.replace(/[- ]/gu, '') };
};

/** Whoever writes more is telling something. */
const MAX_SEARCH_LENGTH = 100;
const SEARCH =
  /^(?:søg|soeg|search)(?:[\s:,]+(?:(?:efter|på|paa|om|for|about|noget om|something about|fortællinger om|stories about)\s+)?(.*))?$/isu;

const searchIn = (text: string): WordInChat | null => {
  const found = SEARCH.exec(text.normalize('NFC').trim());
  const words = found?.[1]?.trim() ?? '';
  return found === null || words.length > MAX_SEARCH_LENGTH ? null : { word: 'search', words };
};

/** "sag" and "case" with a letter swapped or doubled, too: a letter wrong or missing makes them other words. */
const CASE_WORD = '(?:sag|sagen|sga|asg|sagg|saag|ssag|case|csae|acse|caes|casse|ccase|caase|casee)';
const CASE = new RegExp(
  `^(?:(?:kan du |can you )?(?:vis|vise|se|aa?bn|find|finde|show|open|see|hvor er|where is) (?:mig |me )?)?(?:min |my )?${CASE_WORD} ?(?:nr|nummer|no|number)? ?(\\d{1,9})$`,
  'u',
);

const caseIn = ({ spelled }: Spelling): WordInChat | null => {
  const number = CASE.exec(spelled)?.[1];
  return number === undefined ? null : { word: 'case', number: Number(number) };
};

/** Shorter phrases have many real words for neighbours. */
const SURE_LENGTH = 5;

const slipIn = (hearts: readonly Spelling[]): Recognised | null => {
  const near = hearts.flatMap((heart) =>
    phrasesNear(heart).map(({ text, found }) => ({
      meaning: found,
      sure: text.length >= SURE_LENGTH && !OTHER_WORDS.has(heart.bare),
    })),
  );
  const best = near.find(({ sure }) => sure) ?? near[0];
  if (best === undefined) return null;
  return { ...best.meaning, word: withoutLanguage(best.meaning.word), as: best.sure ? 'typo' : 'guess' };
};

/** A slip only asks which language is meant. */
const withoutLanguage = (word: WordInChat): WordInChat => (word.word === 'language' ? { word: 'language' } : word);
