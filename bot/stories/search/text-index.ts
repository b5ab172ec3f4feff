import MiniSearch, { type SearchResult } from 'minisearch';
import { isOneLetterOff } from '../../talk/one-letter-off.ts';
import { createPostings } from './postings.ts';
import type { Word } from './vocabulary.ts';

/** Texts that are found by the stems of their words, whole or as a part of a compound. */
export type TextIndex<Id extends string> = {
  /** Adds a text, or replaces it. */
  put(id: Id, words: readonly Word[]): void;
  remove(id: Id): void;
  size(): number;
  /** Up to `limit` texts that share the most telling words, the likeliest first. */
  sharing(words: readonly Word[], limit: number): Id[];
  /** Up to `limit` texts that hold most of what somebody looks for, the best first. */
  holding(words: readonly Word[], limit: number): Id[];
};

/** What shares none of a text's most telling words is not close to it, and more words make a search slower. */
const MAX_WORDS = 6;
/** Shorter words begin too many others. */
const MIN_BEGINNING = 4;
const MIN_TYPO_LENGTH = 4;
/** A text holds what somebody looks for when it has this share of what their words say. */
const MIN_SHARE = 0.5;

/** When a word is found in this many texts, longer words that begin with it are not looked up: that takes long. */
const PLENTY = 1_000;

type Doc<Id> = { id: Id; text: string };
type Found<Id> = { id: Id; score: number };
const bare = ({ id, score }: SearchResult) => ({ id, score });

const termsOf = (words: readonly Word[]): string[] => words.flatMap(({ stem, parts }) => [stem, ...parts]);

export const createTextIndex = <Id extends string>(): TextIndex<Id> => {
  const index = new MiniSearch<Doc<Id>>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { tokenize: (term) => [term], processTerm: (term) => term },
  });
  const postings = createPostings<Id>();
  const remove = (id: Id): void => {
    if (index.has(id)) index.discard(id);
    postings.remove(id);
  };

  /** The words of the index that are this one but for a slip of the keyboard. */
  const slipsOf = (term: string): string[] =>
    term.length < MIN_TYPO_LENGTH ? [] : [...postings.stems()].filter((other) => isOneLetterOff(term, other));

  /** The texts that hold a word or begin one with it; where none does, those that hold a part of it, or but for a slip. */
  const withWord = ({ stem, parts }: Word): Found<Id>[] => {
    if (postings.count(stem) >= PLENTY) return postings.holding(stem).map((id) => ({ id, score: 1 }));
    const whole = index.search(stem, { prefix: stem.length >= MIN_BEGINNING });
    if (whole.length > 0) return whole.map(bare);
    const inPart = parts.length === 0 ? [] : index.search({ combineWith: 'OR', queries: [...parts] });
    if (inPart.length > 0) return inPart.map(bare);
    const slips = slipsOf(stem);
    return slips.length === 0 ? [] : index.search({ combineWith: 'OR', queries: slips }).map(bare);
  };

  return {
    put: (id, words) => {
      remove(id);
      index.add({ id, text: termsOf(words).join(' ') });
      postings.put(id, words);
    },
    remove,
    size: () => index.documentCount,
    sharing: (words, limit) => postings.sharing(mostTelling(words), limit),
    holding: (words, limit) => {
      const asked = askedFor(words);
      const all = asked.reduce((sum, { weight }) => sum + weight, 0);
      const held = new Map<Id, { share: number; score: number }>();
      for (const word of asked) {
        for (const { id, score } of withWord(word)) {
          const before = held.get(id) ?? { share: 0, score: 0 };
          held.set(id, { share: before.share + word.weight / all, score: before.score + score });
        }
      }
      return [...held]
        .filter(([, { share }]) => share >= MIN_SHARE)
        .toSorted(([, a], [, b]) => b.score - a.score)
        .slice(0, limit)
        .map(([id]) => id);
    },
  };
};

/** The words that say something; where none does, the first ones, each as much as the other. */
const askedFor = (words: readonly Word[]): Word[] => {
  const telling = mostTelling(words);
  return telling.length > 0 ? telling : words.slice(0, MAX_WORDS).map((word) => ({ ...word, weight: 1 }));
};

const mostTelling = (words: readonly Word[]): Word[] =>
  words
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_WORDS);
