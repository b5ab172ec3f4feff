import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';
import type { Sign } from './deciding-words.ts';
import type { Lexicon, WordList } from './lexicon.ts';
import { createPhraseBook, type Match, type PhraseBook, type ReadText } from './phrases.ts';

type Id = Principle | Topic;
/** A word or phrase of the hand-written lists, and what it is evidence for. */
export type Evidence = Sign & { id: Id };

const WEIGHTS = { strong: 4, normal: 2, weak: 1 } as const satisfies Record<keyof WordList, number>;
const STRENGTHS = ['strong', 'normal', 'weak'] as const satisfies readonly (keyof WordList)[];

type Meaning = { id: Id; weight: number };
type Entry = { entry: string; meaning: Meaning };

const entriesOf = <T extends Id>(lists: Record<T, WordList>, ids: readonly T[]): Entry[] =>
  ids.flatMap((id) =>
    STRENGTHS.flatMap((strength) =>
      lists[id][strength].map((entry) => ({ entry, meaning: { id, weight: WEIGHTS[strength] } })),
    ),
  );

const bookOf = ({ principles, topics, english, wordGroups }: Lexicon): PhraseBook<Meaning> =>
  createPhraseBook(
    [
      ...entriesOf(principles, PRINCIPLES),
      ...entriesOf(english.principles, PRINCIPLES),
      ...entriesOf(topics, TOPICS),
      ...entriesOf(english.topics, TOPICS),
    ],
    wordGroups,
  );

/** Reads texts, and finds in them what the hand-written lists name. */
export type WordLists = { read: (text: string) => ReadText; find: (read: ReadText) => Evidence[] };

export const createWordLists = (lexicon: Lexicon): WordLists => {
  const book = bookOf(lexicon);
  return { read: book.read, find: (read) => withoutRepeats(book.find(read)) };
};

/** Brings a text into the words that routing learns from. */
export const createTextReader = (lexicon: Lexicon): WordLists['read'] => bookOf(lexicon).read;

/** Drops listed entries that lie wholly inside heavier ones: after "tage over", "over" is not counted again. */
const withoutRepeats = (matches: readonly Match<Meaning>[]): Evidence[] => {
  const covered = new Map<Id, Set<number>>();
  return matches
    .map(({ meaning, at }) => ({ id: meaning.id, weight: meaning.weight, at }))
    .sort((a, b) => b.weight - a.weight || b.at.length - a.at.length)
    .filter(({ id, at }) => {
      const places = covered.get(id) ?? new Set();
      covered.set(id, places);
      const before = places.size;
      for (const place of at) places.add(place);
      return places.size > before;
    });
};
