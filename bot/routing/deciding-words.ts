import type { ReadText } from './phrases.ts';

/** Word positions in a text that count as evidence, and their weight. */
export type Sign = { weight: number; at: readonly number[] };

/** The words at these signs as written in the text, heaviest first, without duplicates. */
export const decidingWords = (signs: readonly Sign[], read: ReadText): string[] => [
  ...new Set(signs.toSorted((a, b) => b.weight - a.weight).flatMap(({ at }) => wordsAt(at, read))),
];

/** The text at these positions; words that are not adjacent are returned separately. */
const wordsAt = (at: readonly number[], { text, words }: ReadText): string[] => {
  const runs: { start: number; end: number; last: number }[] = [];
  for (const i of at) {
    const word = words[i];
    const run = runs.at(-1);
    if (word === undefined) continue;
    if (run?.last === i - 1) Object.assign(run, { end: word.end, last: i });
    else runs.push({ start: word.start, end: word.end, last: i });
  }
  return runs.map(({ start, end }) => text.slice(start, end));
};
