import { compoundParts, fold, stem, stems, type Token, tokens } from './danish-words.ts';

/** `=tak` in the lexicon matches this form only, neither inflections nor compounds. */
const EXACT = '=';
/** `give … tilbage` allows up to `MAX_GAP_WORDS` other words in between. */
const GAP = '…';
const MAX_GAP_WORDS = 5;
/** A shorter stem begins too many unrelated words. */
const MIN_STEM_BEGINNING = 5;
/** Upper limit of the cache: the same words recur, but invented ones must not fill the memory. */
const MAX_REMEMBERED = 20_000;

type WordGroups = Readonly<Record<string, readonly string[]>>;
type GroupKeys = ReadonlyMap<string, ReadonlySet<string>>;
type Step = { keys: ReadonlySet<string>; mayBeApart: boolean };
/** `rest`: the steps after the first. */
type Phrase<Meaning> = { rest: readonly Step[]; meaning: Meaning };
export type Match<Meaning> = { meaning: Meaning; at: readonly number[] };

type Reading = {
  /** Its own stem first, then the stems of its parts. */
  stems: readonly string[];
  /** The word groups it belongs to. */
  groups: readonly string[];
  folded: string;
  /** Every key by which a lexicon entry may refer to it. */
  keys: readonly string[];
};
type ReadWord = Omit<Token, 'word'> & Reading;
export type ReadText = { text: string; words: readonly ReadWord[] };

export type PhraseBook<Meaning> = {
  read: (text: string) => ReadText;
  /** The first match of each phrase, in text order. */
  find: (read: ReadText) => Match<Meaning>[];
};

const keysOf = (word: string): string[] =>
  word.startsWith(EXACT) ? [EXACT + fold(word.slice(EXACT.length))] : stems(fold(word));

const groupIn = (word: string): string | undefined => (word.startsWith('<') ? word.slice(1, -1) : undefined);

const stepsOf = (entry: string, groups: GroupKeys): Step[] => {
  const steps: Step[] = [];
  let mayBeApart = false;
  for (const word of entry.split(' ')) {
    if (word !== GAP) {
      const group = groupIn(word);
      steps.push({ keys: group === undefined ? new Set(keysOf(word)) : (groups.get(group) ?? new Set()), mayBeApart });
    }
    mayBeApart = word === GAP;
  }
  return steps;
};

const hasOne = (keys: ReadonlySet<string>, of: readonly string[]): boolean => {
  for (const key of of) if (keys.has(key)) return true;
  return false;
};

/** The word positions of a phrase that begins at `start`, or undefined if none does. */
const follow = (rest: readonly Step[], start: number, words: readonly ReadWord[]): number[] | undefined => {
  const at = [start];
  let previous = start;
  for (const { keys, mayBeApart } of rest) {
    const last = previous + 1 + (mayBeApart ? MAX_GAP_WORDS : 0);
    let next = previous + 1;
    for (; next <= last; next++) {
      const word = words[next];
      if (word === undefined || word.sentence !== words[start]?.sentence) return undefined;
      if (hasOne(keys, word.keys)) break;
    }
    if (next > last) return undefined;
    at.push(next);
    previous = next;
  }
  return at;
};

/** The stems in a lexicon, and the beginnings of compounds that stand for them. */
const knownWords = (entries: readonly string[]) => {
  const known = new Set<string>();
  const beginnings = new Map<string, string>();
  for (const word of new Set(entries.flatMap((entry) => entry.split(' ')))) {
    if (word.startsWith(EXACT) || word === GAP || groupIn(word) !== undefined) continue;
    const written = fold(word).replaceAll('-', '');
    const own = stem(written);
    for (const one of stems(written)) known.add(one);
    beginnings.set(written, own);
    if (own.length >= MIN_STEM_BEGINNING) beginnings.set(own, own);
  }
  return { known, beginnings };
};

const index = <Value>(pairs: Iterable<readonly [string, Value]>): Map<string, Value[]> => {
  const map = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const values = map.get(key);
    if (values === undefined) map.set(key, [value]);
    else values.push(value);
  }
  return map;
};

/** Creates a phrase book: prepares the entries once, so that searching a text is only map look-ups. */
export const createPhraseBook = <Meaning>(
  entries: readonly { entry: string; meaning: Meaning }[],
  wordGroups: WordGroups,
): PhraseBook<Meaning> => {
  const { known, beginnings } = knownWords([...entries.map(({ entry }) => entry), ...Object.values(wordGroups).flat()]);
  const groups = new Map(Object.entries(wordGroups).map(([name, words]) => [name, new Set(words.flatMap(keysOf))]));
  const groupsByStem = index([...groups].flatMap(([name, keys]) => [...keys].map((key) => [key, name] as const)));
  const byFirst = index(
    entries.flatMap(({ entry, meaning }) => {
      const [first, ...rest] = stepsOf(entry, groups);
      const phrase: Phrase<Meaning> = { rest, meaning };
      return [...(first?.keys ?? [])].map((key) => [key, phrase] as const);
    }),
  );

  /** The phrases that begin with a word, by the word: most begin none. */
  const startingWith = new Map<string, readonly Phrase<Meaning>[]>();
  const phrasesFrom = ({ folded, keys }: Reading): readonly Phrase<Meaning>[] => {
    const known = startingWith.get(folded);
    if (known !== undefined) return known;
    const phrases = keys.flatMap((key) => byFirst.get(key) ?? []);
    if (startingWith.size < MAX_REMEMBERED) startingWith.set(folded, phrases);
    return phrases;
  };

  const lookUp = (folded: string): Reading => {
    const whole = stem(folded);
    const parts = known.has(whole) ? [] : compoundParts(folded, whole, known, beginnings);
    const all = [whole, ...parts];
    return {
      folded,
      stems: all,
      groups: [...new Set(all.flatMap((name) => groupsByStem.get(name) ?? []))],
      keys: [...new Set([...all, ...stems(folded, whole), EXACT + folded])],
    };
  };

  const memory = new Map<string, Reading>();
  const remembered = (word: string): Reading => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    const reading = lookUp(fold(word));
    if (memory.size < MAX_REMEMBERED) memory.set(word, reading);
    return reading;
  };

  return {
    read: (text) => ({
      text,
      words: tokens(text).map(({ start, end, sentence, word }) => {
        return { start, end, sentence, ...remembered(word) };
      }),
    }),
    find: ({ words }) => {
      const found = new Map<Meaning, Match<Meaning>>();
      words.forEach((word, start) => {
        for (const { rest, meaning } of phrasesFrom(word)) {
          if (found.has(meaning)) continue;
          const at = follow(rest, start, words);
          if (at !== undefined) found.set(meaning, { meaning, at });
        }
      });
      return [...found.values()];
    },
  };
};
