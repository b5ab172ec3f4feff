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

/** The places that occur in a text, and how often each does. */
export type Counts = { places: Int32Array; times: Int32Array };

const letterPlaces = (folded: string): Int32Array => {
  const places: number[] = [];
  for (const part of folded.split('-')) {
    const padded = ` ${part} `;
    for (let length = SHORTEST; length <= LONGEST; length++)
      for (let from = 0; from + length <= padded.length; from++)
        places.push(hash(padded, from, from + length) % LETTER_PLACES);
  }
  return Int32Array.from(places);
};
const wordPlace = (hashed: number): number => LETTER_PLACES + (hashed % WORD_PLACES);

const memory = new Map<string, Int32Array>();
const rememberedPlaces = (folded: string): Int32Array => {
  const known = memory.get(folded);
  if (known !== undefined) return known;
  const places = letterPlaces(folded);
  if (memory.size < MAX_REMEMBERED) memory.set(folded, places);
  return places;
};

/** The places of one word of a text: its letters, and what it is or is one of. */
export const placesOfWord = ({ folded, stems, groups }: ReadText['words'][number]): number[] => [
  ...new Set([
    ...rememberedPlaces(folded),
    ...[...stems, ...groups.map((group) => `<${group}>`)].map((name) => wordPlace(hash(name))),
  ]),
];

/** A count for each place, all 0 between two texts, and the places found: made anew, they would cost more than a text. */
const tally = new Int32Array(PLACES);
const found = new Int32Array(PLACES);

/** A place of letters counts as often as it occurs, a word, group or pair once. */
export const countsOf = (read: ReadText): Counts => {
  let size = 0;
  for (const { folded } of read.words)
    for (const place of rememberedPlaces(folded)) {
      const before = tally[place] ?? 0;
      if (before === 0) found[size++] = place;
      tally[place] = before + 1;
    }
  for (const feature of featuresOf(read)) {
    const place = wordPlace(feature);
    if (tally[place] !== 0) continue;
    found[size++] = place;
    tally[place] = 1;
  }
  const places = found.slice(0, size);
  const times = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const place = places[i] ?? 0;
    times[i] = tally[place] ?? 0;
    tally[place] = 0;
  }
  return { places, times };
};

export const rarityIn = (texts: readonly Counts[]): Rarity => {
  const having = new Int32Array(PLACES);
  for (const { places } of texts) for (const place of places) having[place] = (having[place] ?? 0) + 1;
  return Uint8Array.from(having, (count) =>
    count < MIN_EXAMPLES ? 0 : Math.round((Math.log((1 + texts.length) / (1 + count)) + 1) / RARITY_GRAIN),
  );
};

/** What no example had is as rare as can be, so that new words can be learned at all. */
export const withNew = (rarity: Rarity, texts: readonly Counts[]): Rarity => {
  const rarest = rarity.reduce((most, one) => Math.max(most, one), Math.round(1 / RARITY_GRAIN));
  const added = Uint8Array.from(rarity);
  for (const { places } of texts) for (const place of places) if (added[place] === 0) added[place] = rarest;
  return added;
};

/**
 * Letters and words are each brought to the length 1: a long text says no more about every label than a short one, and
 * its talk words ("siger", "spurgte") do not add up.
 */
export const vectorOf = ({ places: all, times }: Counts, rarity: Rarity): TextVector => {
  const places = all.filter((place) => rarity[place] !== 0);
  const values = new Float64Array(places.length);
  let [letters, words] = [0, 0];
  for (let i = 0, k = 0; i < all.length; i++) {
    const place = all[i] ?? 0;
    const rare = rarity[place] ?? 0;
    if (rare === 0) continue;
    const value = (1 + logOf(times[i] ?? 1)) * rare * RARITY_GRAIN;
    values[k++] = value;
    if (place < LETTER_PLACES) letters += value * value;
    else words += value * value;
  }
  const [lengthOfLetters, lengthOfWords] = [Math.sqrt(letters), Math.sqrt(words)];
  for (let k = 0; k < values.length; k++)
    values[k] = (values[k] ?? 0) / ((places[k] ?? 0) < LETTER_PLACES ? lengthOfLetters : lengthOfWords);
  return { places, values };
};

const LOGARITHMS = Float64Array.from({ length: 64 }, (_, count) => Math.log(count));
const logOf = (count: number): number => LOGARITHMS[count] ?? Math.log(count);
