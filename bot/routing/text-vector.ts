import { featuresOf } from './features.ts';
import { hash } from './hash.ts';
import type { ReadText } from './phrases.ts';

/** A text as numbers: its features, each at a place of its own, and how much each says. */
export type TextVector = { places: Int32Array; values: Float64Array };

/** Letters in a row: they know a word in all its forms, in compounds, and with a slip of the finger. */
const SHORTEST = 3;
const LONGEST = 5;
/** Places are hashed: what a place stands for need not be stored. A collision costs less than a list of all features. */
const LETTER_PLACES = 1 << 16;
const WORD_PLACES = 1 << 15;
export const PLACES = LETTER_PLACES + WORD_PLACES;

/** Upper limit of the cache, as in `phrases.ts`. */
const MAX_REMEMBERED = 20_000;

/** How rare each place is among the examples, in grains; 0 where too few examples have it. */
export type Rarity = Uint8Array;
const RARITY_GRAIN = 1 / 16;
/** What stands in one example only says nothing about others. */
const MIN_EXAMPLES = 2;

/** How often each place occurs in a text. */
export type Counts = ReadonlyMap<number, number>;

const letterPlaces = (folded: string): number[] => {
  const places: number[] = [];
  for (const part of folded.split('-')) {
    const padded = ` ${part} `;
    for (let length = SHORTEST; length <= LONGEST; length++)
      for (let from = 0; from + length <= padded.length; from++)
        places.push(hash(padded, from, from + length) % LETTER_PLACES);
  }
  return places;
};
const wordPlace = (name: string): number => LETTER_PLACES + (hash(name) % WORD_PLACES);

const memory = new Map<string, readonly number[]>();
const rememberedPlaces = (folded: string): readonly number[] => {
  const known = memory.get(folded);
  if (known !== undefined) return known;
  const places = letterPlaces(folded);
  if (memory.size < MAX_REMEMBERED) memory.set(folded, places);
  return places;
};

/** The places of one word of a text: its letters, and what it is or is one of. */
export const placesOfWord = ({ folded, stems, groups }: ReadText['words'][number]): number[] => [
  ...new Set([...rememberedPlaces(folded), ...stems.map(wordPlace), ...groups.map((group) => wordPlace(`<${group}>`))]),
];

export const countsOf = (read: ReadText): Counts => {
  const counts = new Map<number, number>();
  const add = (place: number) => counts.set(place, (counts.get(place) ?? 0) + 1);
  for (const { folded } of read.words) for (const place of rememberedPlaces(folded)) add(place);
  for (const name of featuresOf(read)) add(wordPlace(name));
  return counts;
};

export const rarityIn = (texts: readonly Counts[]): Rarity => {
  const having = new Int32Array(PLACES);
  for (const counts of texts) for (const place of counts.keys()) having[place] = (having[place] ?? 0) + 1;
  return Uint8Array.from(having, (count) =>
    count < MIN_EXAMPLES ? 0 : Math.round((Math.log((1 + texts.length) / (1 + count)) + 1) / RARITY_GRAIN),
  );
};

/** What no example had is as rare as can be, so that new words can be learned at all. */
export const withNew = (rarity: Rarity, texts: readonly Counts[]): Rarity => {
  const rarest = rarity.reduce((most, one) => Math.max(most, one), Math.round(1 / RARITY_GRAIN));
  const added = Uint8Array.from(rarity);
  for (const counts of texts) for (const place of counts.keys()) if (added[place] === 0) added[place] = rarest;
  return added;
};

/**
 * Letters and words are each brought to the length 1: a long text says no more about every label than a short one, and
 * its talk words ("siger", "spurgte") do not add up.
 */
export const vectorOf = (counts: Counts, rarity: Rarity): TextVector => {
  const places: number[] = [];
  const values: number[] = [];
  const squares = [0, 0];
  for (const [place, count] of counts) {
    const value = (1 + Math.log(count)) * (rarity[place] ?? 0) * RARITY_GRAIN;
    if (value === 0) continue;
    places.push(place);
    values.push(value);
    const part = place < LETTER_PLACES ? 0 : 1;
    squares[part] = (squares[part] ?? 0) + value * value;
  }
  const lengths = squares.map((sum) => Math.sqrt(sum));
  return {
    places: Int32Array.from(places),
    values: Float64Array.from(values, (value, i) => value / (lengths[(places[i] ?? 0) < LETTER_PLACES ? 0 : 1] ?? 1)),
  };
};
