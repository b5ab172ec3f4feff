import { compoundParts, fold, stem, tokens } from '../../routing/danish-words.ts';
import type { Language } from '../../words.ts';

/** A word of a text. `parts`: the stems that it is a compound of. `weight`: how much it says, 0 for the words of any text. */
export type Word = { stem: string; parts: readonly string[]; weight: number };

/** What ordinary dilemmas tell about words: how rare each is, and which words compounds are made of. */
export type Vocabulary = {
  /** The different words of a text, in order; numbers are left out. */
  read(text: string): Word[];
};

/** A word that stands in one of twelve dilemmas, or in more, says nothing about what a text is about. */
const COMMON = Math.log(12);
/** A name or a slip of the finger must not weigh more than the words that others may have, too. */
const MAX_WEIGHT = 4.5;
const MIN_PART_LENGTH = 4;
const MIN_COMPOUND_LENGTH = 7;
/** Upper limit of the cache: the same words recur, but invented ones must not fill the memory. */
const MAX_REMEMBERED = 30_000;

/** @param texts ordinary dilemmas; they are read at the first question, which takes a moment */
export const createVocabulary = (texts: readonly string[]): Vocabulary => {
  let learned: Learned | null = null;
  const lore = () => {
    learned ??= learn(texts);
    return learned;
  };
  const words: Record<Language, Map<string, Word>> = { da: new Map(), en: new Map() };
  /** A word is made once, so that ten thousand stories share it. */
  const wordOf = ({ folded, stem: name }: Read, language: Language): Word => {
    const known = words[language].get(folded);
    if (known !== undefined) return known;
    const word = {
      stem: name,
      parts: name.length < MIN_COMPOUND_LENGTH ? [] : partsOf(folded, name, lore()),
      weight: weightIn(lore().texts[language], name),
    };
    if (words[language].size < MAX_REMEMBERED) words[language].set(folded, word);
    return word;
  };
  return {
    read: (text) => {
      const read = wordsOf(text);
      const language = languageOf(read);
      const found = new Map<string, Word>();
      for (const one of read)
        if (!found.has(one.stem) && /\p{L}/u.test(one.folded)) found.set(one.stem, wordOf(one, language));
      return [...found.values()];
    },
  };
};

const partsOf = (folded: string, name: string, { stems, beginnings }: Learned): string[] =>
  isSmall(name) ? [] : compoundParts(folded, name, stems, beginnings).filter((part) => part !== name);

/** How many texts of a language there are, and how many hold each stem. */
type Counted = { total: number; having: Map<string, number> };
type Learned = { texts: Record<Language, Counted>; stems: Set<string>; beginnings: Map<string, string> };

const learn = (texts: readonly string[]): Learned => {
  const counted: Record<Language, Counted> = {
    da: { total: 0, having: new Map() },
    en: { total: 0, having: new Map() },
  };
  const stems = new Set<string>();
  const beginnings = new Map<string, string>();
  for (const text of texts) {
    const words = wordsOf(text);
    const own = counted[languageOf(words)];
    own.total += 1;
    for (const name of new Set(words.map((word) => word.stem))) own.having.set(name, (own.having.get(name) ?? 0) + 1);
    for (const { folded, stem: name } of words) {
      if (isSmall(name) || name.length < MIN_PART_LENGTH) continue;
      stems.add(name);
      beginnings.set(folded, name);
      beginnings.set(name, name);
    }
  }
  return { texts: counted, stems, beginnings };
};

const weightIn = ({ total, having }: Counted, name: string): number => {
  if (isSmall(name)) return 0;
  const rare = Math.log((total + 1) / ((having.get(name) ?? 0) + 1)) - COMMON;
  return Math.max(0, Math.min(MAX_WEIGHT, rare));
};

/** Short words that the stemmer leaves alone are marked with "=". */
const isSmall = (name: string): boolean => name.startsWith('=');

type Read = { folded: string; stem: string };
const memory = new Map<string, Read>();

const wordsOf = (text: string): Read[] =>
  tokens(text).map(({ word }) => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    const folded = fold(word);
    const read = { folded, stem: stem(folded) };
    if (memory.size < MAX_REMEMBERED) memory.set(word, read);
    return read;
  });

/** Words of one language that the other does not have. */
const ENGLISH = new Set('the and of is are was we they with our that this you what who how'.split(' '));
const DANISH = new Set('og er jeg vi det en et den som paa til ikke de der af har skal vil'.split(' '));

const languageOf = (words: readonly Read[]): Language => {
  const among = (own: ReadonlySet<string>) => words.filter(({ folded }) => own.has(folded)).length;
  return among(ENGLISH) > among(DANISH) ? 'en' : 'da';
};
