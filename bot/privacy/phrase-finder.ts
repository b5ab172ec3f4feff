type WordTest = (word: string) => boolean;
/** Phrases: words separated by spaces. A leading or trailing `*` on a word matches any beginning or ending. */
type List = readonly string[];
type Phrase = { tests: readonly WordTest[]; first: string; list: List };

/** Finds the lists that have a phrase in a sequence of lower-case words. */
export type PhraseFinder = (words: readonly string[]) => ReadonlySet<List>;

/** Letters of the index key: enough to rule out most phrases. */
const KEY_LENGTH = 2;

/** Creates a finder for all lists at once. It tries only phrases whose first word begins like a word of the text. */
export const createPhraseFinder = (lists: readonly List[]): PhraseFinder => {
  const byFirstWord = new Map<string, Phrase[]>();
  const byBeginning = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const phrase of lists.flatMap((list) => list.map((entry) => phraseOf(entry, list)))) {
    const { first } = phrase;
    if (!first.includes('*')) addTo(byFirstWord, first, phrase);
    else if (first.indexOf('*') >= KEY_LENGTH) addTo(byBeginning, first.slice(0, KEY_LENGTH), phrase);
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
      look(byBeginning.get(word.slice(0, KEY_LENGTH)), at);
      look(open, at);
    }
    return found;
  };
};

const addTo = (map: Map<string, Phrase[]>, key: string, phrase: Phrase): void => {
  const phrases = map.get(key);
  if (phrases === undefined) map.set(key, [phrase]);
  else phrases.push(phrase);
};

/** The words of each sentence, in lower case. A hyphen separates words, as in the phrase lists. */
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
