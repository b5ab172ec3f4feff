import type { WordMeanings } from './word-meanings.ts';

type Words = readonly string[];
/** The features of a text, as numbers. A feature that stands in the text twice may be there twice. */
type Keys = readonly number[];
/** Reads the numbers of the learned features that a text has, each once. */
export type ReadFeatures = (words: Words) => Int32Array;

/** What stands in fewer texts teaches too little for what it costs. */
const MIN_TEXTS = 3;
const STEM = 5;
const START = '^';
const WORDS_A_LENGTH = 6;
const MAX_LENGTH = 4;

/** The names of single features in the order of their numbers, and the learned features: a name's number, or a pair's. */
export type Features = { names: readonly string[]; keys: Int32Array };

/**
 * Numbers the features that stand in at least three texts: words, their beginnings and endings, what they mean, pairs of
 * neighbours (words, or a word and a meaning), pairs of meanings anywhere ("boss" with "hiding"), how the text begins,
 * and how long it is. Names are numbered first, so that a pair is a number too: strings would take far longer.
 */
export const learnFeatures = (texts: readonly Words[], meaningsOf: WordMeanings): Features => {
  const named = createNamed(meaningsOf);
  const names = inSeveral(texts.map((words) => [START, lengthOf(words), ...words.flatMap((word) => named(word).all)]));
  const keysOf = createKeys(names, named);
  return { names: [...names.keys()], keys: Int32Array.from(inSeveral(texts.map(keysOf)).keys()) };
};

export const createFeatureReader = ({ names, keys }: Features, meaningsOf: WordMeanings): ReadFeatures => {
  const keysOf = createKeys(new Map(names.map((name, number) => [name, number])), createNamed(meaningsOf));
  const ids = new Map<number, number>();
  for (const [id, key] of keys.entries()) ids.set(key, id);
  return (words) => idsOf(keysOf(words), ids);
};

/** Numbers what stands in at least three of the lists. */
const inSeveral = <Item>(lists: readonly (readonly Item[])[]): ReadonlyMap<Item, number> => {
  const seen = new Map<Item, { lists: number; last: number }>();
  for (let i = 0; i < lists.length; i++) {
    for (const item of lists[i] ?? []) {
      const before = seen.get(item);
      if (before === undefined) seen.set(item, { lists: 1, last: i });
      else if (before.last !== i) {
        before.lists++;
        before.last = i;
      }
    }
  }
  const numbers = new Map<Item, number>();
  for (const [item, { lists: count }] of seen) if (count >= MIN_TEXTS) numbers.set(item, numbers.size);
  return numbers;
};

const idsOf = (keys: Keys, ids: ReadonlyMap<number, number>): Int32Array => {
  const found = new Set<number>();
  for (const key of keys) {
    const id = ids.get(key);
    if (id !== undefined) found.add(id);
  }
  return Int32Array.from(found);
};

/** A word's names: itself with its beginning and ending, and what it means. */
type Named = { forms: Words; meanings: Words; all: Words };

const createNamed = (meaningsOf: WordMeanings): ((word: string) => Named) =>
  remembering((word) => {
    const forms = [word];
    if (word.length > STEM) forms.push(`${word.slice(0, STEM)}-`);
    if (word.length > STEM + 2) forms.push(`-${word.slice(-STEM)}`);
    const meanings = meaningsOf(word).map((meaning) => `@${meaning}`);
    return { forms, meanings, all: [...forms, ...meanings] };
  });

const createKeys = (
  names: ReadonlyMap<string, number>,
  named: (word: string) => Named,
): ((words: Words) => number[]) => {
  const numbersOf = (list: Words) => list.flatMap((name) => names.get(name) ?? []);
  const numbered = remembering((word) => {
    const { forms, meanings } = named(word);
    return { word: numbersOf([word]), forms: numbersOf(forms), meanings: numbersOf(meanings) };
  });
  const start = { word: numbersOf([START]), meanings: [] as readonly number[] };
  return (words) => {
    const keys = numbersOf([lengthOf(words)]);
    const pair = (ones: Keys, others: Keys) => {
      for (const one of ones) for (const other of others) keys.push((one + 1) * names.size + other);
    };
    const meant = new Set<number>();
    let before: { word: Keys; meanings: Keys } = start;
    for (const word of words) {
      const now = numbered(word);
      keys.push(...now.forms);
      for (const meaning of now.meanings) meant.add(meaning);
      pair(before.word, now.word);
      pair(before.word, now.meanings);
      pair(before.meanings, now.word);
      before = now;
    }
    const all = [...meant].sort((a, b) => a - b);
    keys.push(...all);
    for (let i = 0; i < all.length; i++) pair(all.slice(i, i + 1), all.slice(i + 1));
    return keys;
  };
};

const lengthOf = (words: Words): string => `#${Math.min(MAX_LENGTH, Math.floor(words.length / WORDS_A_LENGTH))}`;

/** Enough for the words of the examples; a person can write any number of others. */
const MAX_REMEMBERED = 20_000;

const remembering = <Value>(find: (word: string) => Value): ((word: string) => Value) => {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = find(word);
    if (known.size < MAX_REMEMBERED) known.set(word, found);
    return found;
  };
};
