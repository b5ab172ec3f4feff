const WORD = /[\p{L}\p{N}]+/gu;

/** Runs of `length` words, in lower case and without marks. */
const runs = (text: string, length: number): Set<string> => {
  const words = text.toLowerCase().match(WORD) ?? [];
  return new Set(words.slice(length - 1).map((_word, index) => words.slice(index, index + length).join(' ')));
};

export type Repeat = { ids: [string, string]; words: string };

/** Every run of `length` words that two texts share. */
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

/** How alike two texts are: the share of their pairs of words that both hold, from 0 to 1. */
export const likeness = (one: string, other: string): number => {
  const [a, b] = [runs(one, 2), runs(other, 2)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.max(a.size + b.size - shared, 1);
};
