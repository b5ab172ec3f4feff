type WordTest = (word: string) => boolean;
/**
 * Phrases: words separated by spaces. A leading or trailing `*` on a word matches any beginning or ending, `_` stands
 * for up to four words, and `@child` for every word of that group.
 */
type List = readonly string[];
type Groups = Readonly<Record<string, List>>;
type Phrase = { tests: readonly (WordTest | 'gap')[]; list: List };

/** Finds the lists that have a phrase in a sequence of lower-case words. */
export type PhraseFinder = (words: readonly string[]) => ReadonlySet<List>;

/** Letters of the index key: enough to rule out most phrases. */
const KEY_LENGTH = 2;
const MAX_GAP_WORDS = 4;

/**
 * Creates a finder for all lists at once. It tries only phrases whose first word begins like a word of the text.
 * `read` brings phrases into the form that the texts will have.
 */
export const createPhraseFinder = (
  lists: readonly List[],
  groups: Groups = {},
  read: (words: string[]) => string[] = (words) => words,
): PhraseFinder => {
  const byFirstWord = new Map<string, Phrase[]>();
  const byBeginning = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  const testOf = createTests(groups, read);
  for (const list of lists) {
    for (const entry of list) {
      const words = read(wordsOf(plain(entry)));
      const phrase: Phrase = { tests: words.map((word) => (word === '_' ? 'gap' : testOf(word))), list };
      for (const first of beginningsOf(words[0] ?? '', groups, read)) {
        if (!first.includes('*')) addTo(byFirstWord, first, phrase);
        else if (first.indexOf('*') >= KEY_LENGTH) addTo(byBeginning, first.slice(0, KEY_LENGTH), phrase);
        else open.push(phrase);
      }
    }
  }
  return (words) => {
    const found = new Set<List>();
    const look = (phrases: readonly Phrase[] | undefined, at: number): void => {
      for (const { tests, list } of phrases ?? []) {
        if (!found.has(list) && fits(tests, 0, words, at)) found.add(list);
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

/** Whether the tests from `i` on fit the words from `at` on. Phrases have one gap or two, so this ends soon. */
const fits = (tests: Phrase['tests'], i: number, words: readonly string[], at: number): boolean => {
  const test = tests[i];
  if (test === undefined) return true;
  if (test !== 'gap') {
    const word = words[at];
    return word !== undefined && test(word) && fits(tests, i + 1, words, at + 1);
  }
  for (let skipped = 0; skipped <= MAX_GAP_WORDS && at + skipped < words.length; skipped++) {
    if (fits(tests, i + 1, words, at + skipped)) return true;
  }
  return false;
};

const beginningsOf = (first: string, groups: Groups, read: (words: string[]) => string[]): readonly string[] =>
  first.startsWith('@') ? [...new Set((groups[first.slice(1)] ?? []).flatMap((word) => read([plain(word)])))] : [first];

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
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}*@_]+/gu) ?? [];

const createTests = (groups: Groups, read: (words: string[]) => string[]): ((word: string) => WordTest) => {
  const known = new Map<string, WordTest>();
  const testOf = (word: string): WordTest => {
    const found = known.get(word) ?? (word.startsWith('@') ? anyOf(word.slice(1)) : testOfWord(word));
    known.set(word, found);
    return found;
  };
  const anyOf = (group: string): WordTest => {
    const members = (groups[group] ?? []).flatMap((member) => read([plain(member)]));
    const exact = new Set(members.filter((word) => !word.includes('*')));
    const tests = members.filter((word) => word.includes('*')).map(testOfWord);
    return (word) => exact.has(word) || tests.some((test) => test(word));
  };
  return testOf;
};

const testOfWord = (pattern: string): WordTest => {
  const core = pattern.replaceAll('*', '');
  const [before, after] = [pattern.startsWith('*'), pattern.endsWith('*')];
  if (core === '') return (word) => word !== '';
  if (before && after) return (word) => word.includes(core);
  if (before) return (word) => word.endsWith(core);
  if (after) return (word) => word.startsWith(core);
  return (word) => word === core;
};
