import type { Example } from '../../bot/routing/classify.ts';
import type { Lexicon } from '../../bot/routing/lexicon.ts';
import { createWordLists } from '../../bot/routing/word-lists.ts';

/** What a method says of a text: all ids, best first. */
export type Ranking = { principles: readonly string[]; topics: readonly string[] };
export type Ranker = (text: string) => Ranking;
/** A method learns from examples. */
export type Method = (examples: readonly Example[]) => Ranker;

export const LABELS = ['principles', 'topics'] as const;
export type Label = (typeof LABELS)[number];

/** The stems of a text, each as often as it stands there. */
export const stemReader = (lexicon: Lexicon): ((text: string) => string[]) => {
  const { read } = createWordLists(lexicon);
  return (text) => read(text).words.flatMap(({ stems }) => stems.slice(0, 1));
};

export const bestFirst = (scores: ReadonlyMap<string, number>): string[] =>
  [...scores].toSorted(([, a], [, b]) => b - a).map(([id]) => id);

/** Adds to what is known of an id. */
export const add = (scores: Map<string, number>, id: string, score: number): void => {
  scores.set(id, (scores.get(id) ?? 0) + score);
};
