import type { Word } from './vocabulary.ts';

/**
 * Which texts hold which stems, to find those that share a text's words. The library of the search makes an object for
 * each of thousands of texts that hold a common word, and sorts them, which takes longer than all the rest; here each
 * costs an addition.
 */
export type Postings<Id> = {
  /** Adds a text that is not in it. */
  put(id: Id, words: readonly Word[]): void;
  remove(id: Id): void;
  /** Every stem that some text holds. */
  stems(): Iterable<string>;
  /** The texts that hold a stem. */
  holding(stem: string): Id[];
  /** In how many texts a stem is. */
  count(stem: string): number;
  /** Up to `limit` texts, those first with which the words share the most; those that share nothing are left out. */
  sharing(words: readonly Word[], limit: number): Id[];
};

/** A part of a compound says less than the word alone. */
const OF_PART = 0.7;
/** How many texts there is room for at first. */
const ROOM = 256;

type Held<Id> = { id: Id; terms: readonly string[] };

export const createPostings = <Id>(): Postings<Id> => {
  const slots = new Map<Id, number>();
  const held: (Held<Id> | undefined)[] = [];
  const free: number[] = [];
  const holding = new Map<string, number[]>();
  let scores = new Float64Array(ROOM);
  /** By slot, the last word that counted there: of a word, its stem and its parts, one counts. */
  let counted = new Int32Array(ROOM);

  const freeSlot = (): number => {
    const slot = free.pop() ?? held.length;
    if (slot >= scores.length) {
      scores = new Float64Array(2 * scores.length);
      counted = new Int32Array(scores.length);
    }
    return slot;
  };

  return {
    put: (id, words) => {
      const slot = freeSlot();
      const terms = [...new Set(words.flatMap(({ stem, parts }) => [stem, ...parts]))];
      slots.set(id, slot);
      held[slot] = { id, terms };
      for (const term of terms) {
        const known = holding.get(term);
        if (known === undefined) holding.set(term, [slot]);
        else known.push(slot);
      }
    },
    remove: (id) => {
      const slot = slots.get(id);
      if (slot === undefined) return;
      for (const term of held[slot]?.terms ?? []) {
        const others = (holding.get(term) ?? []).filter((other) => other !== slot);
        if (others.length === 0) holding.delete(term);
        else holding.set(term, others);
      }
      held[slot] = undefined;
      slots.delete(id);
      free.push(slot);
    },
    stems: () => holding.keys(),
    holding: (stem) => (holding.get(stem) ?? []).flatMap((slot) => held[slot]?.id ?? []),
    count: (stem) => holding.get(stem)?.length ?? 0,
    sharing: (words, limit) => {
      const touched: number[] = [];
      counted.fill(0);
      const count = (term: string, weight: number, nth: number): void => {
        for (const slot of holding.get(term) ?? []) {
          if (counted[slot] === nth) continue;
          if (counted[slot] === 0) {
            touched.push(slot);
            scores[slot] = 0;
          }
          counted[slot] = nth;
          scores[slot] = (scores[slot] ?? 0) + weight;
        }
      };
      for (const [index, { stem, parts, weight }] of words.entries()) {
        count(stem, weight, index + 1);
        for (const part of parts) count(part, OF_PART * weight, index + 1);
      }
      return highest(touched, scores, limit).flatMap((slot) => held[slot]?.id ?? []);
    },
  };
};

/** The `limit` slots with the highest scores, the highest first; of equal ones the first. */
const highest = (slots: readonly number[], scores: Float64Array, limit: number): number[] => {
  const score = (slot: number | undefined) => (slot === undefined ? Number.NEGATIVE_INFINITY : (scores[slot] ?? 0));
  const best: number[] = [];
  for (const slot of slots) {
    if (best.length === limit && score(slot) <= score(best.at(-1))) continue;
    const place = best.findIndex((other) => score(other) < score(slot));
    best.splice(place < 0 ? best.length : place, 0, slot);
    if (best.length > limit) best.pop();
  }
  return best;
};
