const WORD = /[\p{L}\p{N}]+/gu;

/** All runs of `length` words, in lower case and without punctuation. */
const runs = (text: string, length: number): Set<string> => {
  const words = text.toLowerCase().match(WORD) ?? [];
  return new Set(words.slice(length - 1).map((_word, index) => words.slice(index, index + length).join(' ')));
};

export type Repeat = { ids: [string, string]; words: string };

/** Every run of `length` words that occurs in two texts. */
export const sharedRuns = (texts: readonly { id: string; text: string }[], length: number): Repeat[] => {
  const seen = new Map<string, string>();
  return texts.flatMap(({ id, text }) =>
    [...runs(text, length)].flatMap((words): Repeat[] => {
      const first = seen.get(words);
      if (first === undefined) seen.set(words, id);
      return first === undefined ? [] : [{ ids: [first, id], words }];
    }),
  );
};

/** The similarity of two texts, from 0 to 1: the share of their word pairs that occur in both. */
export const similarity = (one: string, other: string): number => {
  const [a, b] = [runs(one, 2), runs(other, 2)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.max(a.size + b.size - shared, 1);
};
