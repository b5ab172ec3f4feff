import type { PlainForms } from './plain-forms.ts';

/** The names of the meanings a word has, such as "hitting" for "sparker". */
export type WordMeanings = (word: string) => readonly string[];

type List = readonly string[];

/** Creates a look-up by lists of words; a leading or trailing `*` matches any beginning or ending. */
export const createWordMeanings = (lists: Readonly<Record<string, List>>, read: PlainForms): WordMeanings => {
  const exact = new Map<string, string[]>();
  const endings = new Map<string, string[]>();
  const beginnings = new Map<string, string[]>();
  for (const [name, words] of Object.entries(lists)) {
    for (const word of words) {
      const bare = word.replaceAll('*', '');
      if (word.startsWith('*')) add(endings, bare, name);
      else if (word.endsWith('*')) add(beginnings, bare, name);
      else for (const form of new Set([word, ...read([word])])) add(exact, form, name);
    }
  }
  return (word) => {
    const names = new Set(exact.get(word));
    for (let i = 0; i <= word.length; i++) {
      for (const name of beginnings.get(word.slice(0, i)) ?? []) names.add(name);
      for (const name of endings.get(word.slice(i)) ?? []) names.add(name);
    }
    return [...names];
  };
};

const add = (map: Map<string, string[]>, key: string, value: string): void => {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
};
