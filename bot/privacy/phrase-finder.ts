type WordTest = (word: string) => boolean;
type Phrase = { tests: readonly WordTest[]; first: string | null };

/** Whether any phrase of a list stands in a row of lower-case words. */
export type PhraseFinder = (words: readonly string[]) => boolean;

/** A phrase is words with spaces between; a word may begin or end with `*` for any beginning or ending. */
export const createPhraseFinder = (list: readonly string[]): PhraseFinder => {
  const byFirstWord = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const entry of list) {
    const phrase = phraseOf(entry);
    if (phrase.first === null) open.push(phrase);
    else byFirstWord.set(phrase.first, [...(byFirstWord.get(phrase.first) ?? []), phrase]);
  }
  return (words) => {
    const standsAt = (at: number) => (phrase: Phrase) => phrase.tests.every((test, i) => test(words[at + i] ?? ''));
    return words.some((word, at) => byFirstWord.get(word)?.some(standsAt(at)) === true || open.some(standsAt(at)));
  };
};

/** The words of each sentence, in lower case. A hyphen parts words, as it does in the list. */
export const sentencesOf = (text: string): string[][] =>
  plain(text)
    .split(/[.!?…]+\s|\n/u)
    .map(wordsOf);

const plain = (text: string): string => text.normalize('NFC').toLowerCase();
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}*]+/gu) ?? [];

const phraseOf = (entry: string): Phrase => {
  const words = wordsOf(plain(entry));
  const [first = ''] = words;
  return { tests: words.map(testOf), first: first.includes('*') ? null : first };
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
