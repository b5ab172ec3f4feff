type WordTest = (word: string) => boolean;
/** A list of phrases: words with spaces between; a word may begin or end with `*` for any beginning or ending. */
type List = readonly string[];
type Phrase = { tests: readonly WordTest[]; first: string; list: List };

/** The lists of which a phrase stands in a row of lower-case words. */
export type PhraseFinder = (words: readonly string[]) => ReadonlySet<List>;

/** So many letters are enough to leave out most phrases. */
const BEGINNING = 2;

/** Looks for the phrases of all lists at once: only those are tried that begin as a word of the text does. */
export const createPhraseFinder = (lists: readonly List[]): PhraseFinder => {
  const byFirstWord = new Map<string, Phrase[]>();
  const byBeginning = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const phrase of lists.flatMap((list) => list.map((entry) => phraseOf(entry, list)))) {
    const { first } = phrase;
    if (!first.includes('*')) addTo(byFirstWord, first, phrase);
    else if (first.indexOf('*') >= BEGINNING) addTo(byBeginning, first.slice(0, BEGINNING), phrase);
    else open.push(phrase);
  }
  return (words) => {
    const found = new Set<List>();
    const look = (phrases: readonly Phrase[] | undefined, at: number): void => {
      for (const { tests, list } of phrases ?? []) {
        if (tests.every((test, i) => test(words[at + i] ?? ''))) found.add(list);
      }
    };
    for (const [at, word] of words.entries()) {
      look(byFirstWord.get(word), at);
      look(byBeginning.get(word.slice(0, BEGINNING)), at);
      look(open, at);
    }
    return found;
  };
};

const addTo = (map: Map<string, Phrase[]>, key: string, phrase: Phrase): void => {
  const there = map.get(key);
  if (there === undefined) map.set(key, [phrase]);
  else there.push(phrase);
};

/** The words of each sentence, in lower case. A hyphen parts words, as it does in the list. */
export const sentencesOf = (text: string): string[][] =>
  plain(text)
    .split(/[.!?…]+\s|\n/u)
    .map(wordsOf);

const plain = (text: string): string => text.normalize('NFC').toLowerCase();
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}*]+/gu) ?? [];

const phraseOf = (entry: string, list: List): Phrase => {
  const words = wordsOf(plain(entry));
  return { tests: words.map(testOf), first: words[0] ?? '', list };
};

const testOf = (pattern: string): WordTest => {
  const core = pattern.replaceAll('*', '');
  const [before, after] = [pattern.startsWith('*'), pattern.endsWith('*')];
  if (core === '') return (word) => word !== '';
  if (before && after) return (word) => word.includes(core);
  if (before) return (word) => word.endsWith(core);
  if (after) return (word) => word.startsWith(core);
  return (word) => word === core;
};
