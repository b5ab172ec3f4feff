import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';
import type { Example } from './examples.ts';
import { hash } from './hash.ts';
import type { ReadText } from './phrases.ts';

type Id = Principle | Topic;
const IDS: readonly Id[] = [...PRINCIPLES, ...TOPICS];

/**
 * The examples, as numbers only: the places of their words one after the other, where each example ends among them, and
 * a bit for each of its labels.
 */
export type Library = { words: Uint16Array; ends: Uint32Array; labels: Uint16Array };
const WORD_PLACES = 1 << 16;
const placesIn = ({ words }: ReadText): number[] => words.map(({ stems: [stem = ''] }) => hash(stem) % WORD_PLACES);

export const NO_LIBRARY: Library = {
  words: new Uint16Array(),
  ends: new Uint32Array(),
  labels: new Uint16Array(),
};

/** A library with these examples besides. */
export const withExamples = (library: Library, examples: readonly { example: Example; text: ReadText }[]): Library => {
  const words = [...library.words];
  const ends = [...library.ends];
  const labels = [...library.labels];
  for (const { example, text } of examples) {
    for (const place of placesIn(text)) words.push(place);
    ends.push(words.length);
    const own: readonly Id[] = [...example.principles, ...example.topics];
    labels.push(IDS.reduce((bits, id, i) => (own.includes(id) ? bits | (1 << i) : bits), 0));
  }
  return { words: Uint16Array.from(words), ends: Uint32Array.from(ends), labels: Uint16Array.from(labels) };
};

/** How many of the most alike examples have a say. */
const MOST = 20;
/** The usual constants of BM25. */
const K1 = 1.2;
const B = 0.75;

/**
 * Finds the examples that share most with a text, by BM25, and how their labels are shared out among these ids. An
 * example with two labels counts half for each. Null where nothing is alike.
 */
export const createFinder = (library: Library): ((text: ReadText) => Shares | null) => {
  const { begins, examples, scores } = postingsOf(library);
  return (text) => {
    const likeness = new Float32Array(library.ends.length);
    for (const place of new Set(placesIn(text))) {
      const end = begins[place + 1] ?? 0;
      for (let k = begins[place] ?? 0; k < end; k++) {
        const nth = examples[k] ?? 0;
        likeness[nth] = (likeness[nth] ?? 0) + (scores[k] ?? 0);
      }
    }
    return sharesOf(mostAlike(likeness), library.labels);
  };
};

/** For each word, from where it begins to where the next does: the examples that hold it, and what it adds to each. */
type Postings = { begins: Uint32Array; examples: Uint32Array; scores: Float32Array };

const postingsOf = ({ words, ends }: Library): Postings => {
  const begins = new Uint32Array(WORD_PLACES + 1);
  for (const held of wordsByExample(words, ends))
    for (const { place } of held) begins[place + 1] = (begins[place + 1] ?? 0) + 1;
  for (let place = 0; place < WORD_PLACES; place++) begins[place + 1] = (begins[place + 1] ?? 0) + (begins[place] ?? 0);
  const examples = new Uint32Array(begins[WORD_PLACES] ?? 0);
  const scores = new Float32Array(examples.length);
  const free = begins.slice();
  const mean = words.length / Math.max(1, ends.length);
  let nth = 0;
  for (const held of wordsByExample(words, ends)) {
    const length = (ends[nth] ?? 0) - (ends[nth - 1] ?? 0);
    for (const { place, count } of held) {
      const holding = (begins[place + 1] ?? 0) - (begins[place] ?? 0);
      const rare = Math.log(1 + (ends.length - holding + 0.5) / (holding + 0.5));
      const at = free[place] ?? 0;
      examples[at] = nth;
      scores[at] = (rare * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / mean));
      free[place] = at + 1;
    }
    nth++;
  }
  return { begins, examples, scores };
};

/** The words that each example holds, and how often. */
function* wordsByExample(words: Uint16Array, ends: Uint32Array): Generator<{ place: number; count: number }[]> {
  let from = 0;
  for (const end of ends) {
    const sorted = words.slice(from, end).sort();
    const held: { place: number; count: number }[] = [];
    for (const place of sorted) {
      const last = held.at(-1);
      if (last?.place === place) last.count += 1;
      else held.push({ place, count: 1 });
    }
    yield held;
    from = end;
  }
}

/** The share of each id, from 0 to 1; those of all principles sum to 1, and those of all topics. */
export type Shares = (id: Id) => number;

type Alike = { nth: number; score: number };

/** Of two that are equally alike, the earlier comes first. */
const mostAlike = (likeness: Float32Array): Alike[] => {
  const best: Alike[] = [];
  let least = 0;
  for (let nth = 0; nth < likeness.length; nth++) {
    const score = likeness[nth] ?? 0;
    if (score <= least) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
    best.splice(at, 0, { nth, score });
    best.length = Math.min(best.length, MOST);
    if (best.length === MOST) least = best.at(-1)?.score ?? 0;
  }
  return best;
};

const sharesOf = (alike: readonly Alike[], labels: Uint16Array): Shares | null => {
  const sum = alike.reduce((total, { score }) => total + score, 0);
  if (!(sum > 0)) return null;
  const shares = IDS.map(() => 0);
  for (const { nth, score } of alike) {
    const own = IDS.flatMap((_, i) => (((labels[nth] ?? 0) >> i) & 1 ? [i] : []));
    const principles = own.filter((i) => i < PRINCIPLES.length).length;
    for (const i of own)
      shares[i] = (shares[i] ?? 0) + score / sum / (i < PRINCIPLES.length ? principles : own.length - principles);
  }
  return (id) => shares[IDS.indexOf(id)] ?? 0;
};
