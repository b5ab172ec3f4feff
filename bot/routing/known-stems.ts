import { hash } from './hash.ts';
import type { ReadText } from './phrases.ts';

/** Which stems the dilemmas hold, a bit for each of `STEM_PLACES`: one in twelve new words passes for a known one. */
export type KnownStems = Uint8Array;
const STEM_PLACES = 1 << 17;
export const STEM_BYTES = STEM_PLACES / 8;

const placeOf = (stem: string): number => hash(stem) % STEM_PLACES;

/** Adds the stems of texts to those that were known. */
export const knowing = (known: KnownStems | null, texts: readonly ReadText[]): KnownStems => {
  const all = known === null ? new Uint8Array(STEM_BYTES) : Uint8Array.from(known);
  for (const { words } of texts)
    for (const { stems } of words) {
      const place = placeOf(stems[0] ?? '');
      all[place >> 3] = (all[place >> 3] ?? 0) | (1 << (place & 7));
    }
  return all;
};

/** How many different words of a text no dilemma holds. A compound is a word of its own. */
export const newWordsIn = ({ words }: ReadText, known: KnownStems): number =>
  new Set(
    words.flatMap(({ stems: [stem = ''] }) => {
      const place = placeOf(stem);
      return ((known[place >> 3] ?? 0) >> (place & 7)) & 1 ? [] : [stem];
    }),
  ).size;
