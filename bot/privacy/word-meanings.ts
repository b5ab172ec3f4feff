import type { PlainForms } from './plain-forms.ts';

/** The names of the meanings a word has, such as "hitting" for "sparker". */
export type WordMeanings = (word: string) => readonly string[];

type List = readonly string[];

/** Creates a look-up by lists of words; a leading or trailing `*` matches any beginning or ending. Remembers each word. */
export const createWordMeanings = (lists: Readonly<Record<string, List>>, read: PlainForms): WordMeanings => {
  const exact = new Map<string, string[]>();
  const endings: { ending: string; name: string }[] = [];
  const beginnings: { beginning: string; name: string }[] = [];
  for (const [name, words] of Object.entries(lists)) {
    for (const word of words) {
      const bare = word.replaceAll('*', '');
      if (word.startsWith('*')) endings.push({ ending: bare, name });
      else if (word.endsWith('*')) beginnings.push({ beginning: bare, name });
      else for (const form of new Set([word, ...read([word])])) add(exact, form, name);
    }
  }
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const names = new Set([
      ...(exact.get(word) ?? []),
      ...beginnings.filter(({ beginning }) => word.startsWith(beginning)).map(({ name }) => name),
      ...endings.filter(({ ending }) => word.endsWith(ending)).map(({ name }) => name),
    ]);
    const found = [...names];
    if (known.size < MAX_KNOWN) known.set(word, found);
    return found;
  };
};

/** Enough for the words of the examples; a person can write any number of others. */
const MAX_KNOWN = 20_000;

const add = (map: Map<string, string[]>, key: string, value: string): void => {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
};
