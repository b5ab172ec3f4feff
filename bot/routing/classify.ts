import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';
import { decidingWords, type Sign } from './deciding-words.ts';
import type { Example } from './examples.ts';
import { newWordsIn } from './known-stems.ts';
import { type Lessons, learnRouting, NEEDS, type Need, teach } from './learn-routing.ts';
import { createFinder } from './library.ts';
import type { ReadText } from './phrases.ts';
import { likelihoods } from './regression.ts';
import { createScorer, type RoutingModel } from './routing-model.ts';
import { countsOf, placesOfWord, type TextVector, vectorOf } from './text-vector.ts';
import { createWordLists, type Evidence, type WordLists } from './word-lists.ts';

export type { Example } from './examples.ts';
export { type Lessons, NEEDS, type Need } from './learn-routing.ts';
export type { Lexicon } from './lexicon.ts';

type Id = Principle | Topic;
/** `probability`: calibrated, from 0 to 1; of one text's principles, or topics, they sum to 1. */
export type Ranked<T> = { id: T; probability: number };

export type Classification = {
  /** All of them, best first. */
  principles: Ranked<Principle>[];
  topics: Ranked<Topic>[];
  /** Whether the best principle is likely enough not to ask; about a quarter of real texts are asked about. */
  sure: boolean;
  /** Whether the text says enough about work to be guessed at. False for nonsense and for what is no dilemma. */
  says: boolean;
  /** Whether it says so much that what it is about may be named, as a reason or as a guess. */
  names: boolean;
  /** Whether it needs somebody who knows law or money, by detectors of their own: also where the topic is another. */
  needs: readonly Need[];
  /** The words and phrases that point to an id, as written in the text, heaviest first. No reason where nothing `says`. */
  wordsFor(id: Id): string[];
};

/** Makes the probabilities as likely as they say; measured as in docs/rules.md, "What routing learns from". */
const SHARPNESS = 1.1;
/** What listed words count beside what was learned. Law and money have words of their own; other topics rarely do. */
const WEIGHT_OF_LISTS = { principle: 0.3, topic: 0.15, need: 0.5 } as const;
/** How much the labels of the most alike examples count beside what was learned, and both together. */
const WEIGHT_OF_ALIKE = 0.5;
const TEMPER = 0.9;
/** A label that none of them has is unlikely, not impossible. */
const SPREAD = 0.05;
const LEAST = 1e-9;
/** A text of this many different words has one thing to say; in a longer one each listed word counts less. */
const SHORT_TEXT = 14;
/** Below this probability of the best principle, that of about a quarter of the examples, the asker is asked. */
const SURE = 0.5;
/** The log-odds from which law, or money, is needed besides. */
const NEEDED = { lovgivning: -0.3, oekonomi: -0.7 } as const satisfies Record<Need, number>;
/**
 * The log-odds from which a text counts as a dilemma, and from which what it is about may be named. By cross-validation,
 * one dilemma in ten of a few words has less than the first, and one in six of the longer ones less than the second; of
 * short texts about anything else, six and less than one in a hundred have more.
 */
const SAYS = 4.8;
const NAMES = 8;
/** What the length of a text adds to them: hardly anybody writes thirty words about nothing. */
const WEIGHT_OF_LENGTH = 1.5;
/** What listed words add, each by its weight, up to three strong ones. */
const WEIGHT_OF_LISTED = 1 / 6;
const MOST_LISTED = 12;
/** What each word takes away that no dilemma holds: what was never seen can only be missed by what was learned. */
const WEIGHT_OF_NEW = 1.25;
const MOST_NEW = 3;
/** Least log-odds that a word which no list names must add to be shown to a person. */
const MIN_WEIGHT_SHOWN = 0.5;

/** Order of topics that are equally likely. */
const TOPIC_ORDER = [
  'borgerdialog',
  'borgerinitiativ',
  'tvaergaaende',
  'lovgivning',
  'oekonomi',
] as const satisfies readonly Topic[];

/** Whether the best principle is likely enough not to ask. */
export const isSure = ([best]: Classification['principles']): boolean => (best?.probability ?? 0) >= SURE;

export type Classify = (text: string) => Classification;

/**
 * Creates a classifier that ranks the principles and topics of a dilemma.
 * @param model what was learned from just these lessons; without it, the first text waits some seconds for learning
 * @param own a municipality's own examples, which it learns besides
 */
export const createClassifier = (
  lessons: Lessons,
  model: RoutingModel | null = null,
  own: readonly Example[] = [],
): Classify => {
  const words = createWordLists(lessons.lexicon);
  let learned: Learned | null = null;
  return (text) => {
    learned ??= ready(teach(model ?? learnRouting(lessons), lessons.lexicon, own));
    return classifyBy(learned, words, text);
  };
};

type Learned = {
  model: RoutingModel;
  scoresOf: ReturnType<typeof createScorer>;
  alike: ReturnType<typeof createFinder>;
};
const ready = (model: RoutingModel): Learned => ({
  model,
  scoresOf: createScorer(model),
  alike: createFinder(model.library),
});

const classifyBy = ({ model, scoresOf, alike }: Learned, words: WordLists, text: string): Classification => {
  const read = words.read(text);
  const listed = words.find(read);
  const vector = vectorOf(countsOf(read), model.rarity);
  const isEmpty = vector.places.length === 0 && listed.length === 0;
  const thinned = Math.max(1, new Set(read.words.map(({ folded }) => folded)).size / SHORT_TEXT);
  const lists = (id: Id) => (WEIGHT_OF_LISTS[sortOf(id)] * weightIn(listed, id)) / thinned;
  const shares = isEmpty ? null : alike(read);
  const ranked = <T extends Id>(ids: readonly T[], scores: readonly number[], inOrder = ids) => {
    const own = likelihoods(ids.map((id, k) => (isEmpty ? 0 : SHARPNESS * (scores[k] ?? 0) + lists(id))));
    const chances = shares === null ? own : likelihoods(ids.map((id, k) => mixed(own[k] ?? 0, shares(id))));
    return inOrder
      .map((id) => ({ id, probability: chances[ids.indexOf(id)] ?? 0 }))
      .toSorted((a, b) => b.probability - a.probability);
  };
  const scores = scoresOf(vector);
  const principles = ranked(PRINCIPLES, scores.principles);
  const topics = ranked(TOPICS, scores.topics, TOPIC_ORDER);
  const odds = saysOdds(scores.says[0] ?? 0, model, read, listed);
  const [says, names] = [odds >= SAYS, odds >= NAMES];
  return {
    principles,
    topics,
    sure: names && isSure(principles),
    says,
    names,
    needs: NEEDS.filter((need, k) => names && (scores.needs[k] ?? 0) + lists(need) >= NEEDED[need]),
    wordsFor: (id) => decidingWords(signsFor(id, listed, read, vector, model), read),
  };
};

/** How likely it is that a text is about work and says something, as log-odds. */
const saysOdds = (learned: number, model: RoutingModel, read: ReadText, listed: readonly Evidence[]): number => {
  const named = listed.reduce((sum, { weight }) => sum + weight, 0);
  return (
    learned +
    WEIGHT_OF_LENGTH * Math.log(1 + read.words.length) +
    WEIGHT_OF_LISTED * Math.min(MOST_LISTED, named) -
    WEIGHT_OF_NEW * Math.min(MOST_NEW, newWordsIn(read, model.stems))
  );
};

const mixed = (own: number, share: number): number =>
  TEMPER * (Math.log(own + LEAST) + WEIGHT_OF_ALIKE * Math.log(share + SPREAD));

const sortOf = (id: Id): keyof typeof WEIGHT_OF_LISTS => {
  if (NEEDS.some((need) => need === id)) return 'need';
  return isPrinciple(id) ? 'principle' : 'topic';
};

const weightIn = (listed: readonly Evidence[], id: Id): number =>
  listed.reduce((sum, sign) => (sign.id === id ? sum + sign.weight : sum), 0);

/** Readers understand hand-listed words best; learned ones are shown only when there are none. */
const signsFor = (
  id: Id,
  listed: readonly Evidence[],
  read: ReadText,
  vector: TextVector,
  model: RoutingModel,
): Sign[] => {
  const own = listed.filter((sign) => sign.id === id);
  return own.length > 0 ? own : learnedSigns(id, read, vector, model);
};

const isPrinciple = (id: Id): id is Principle => PRINCIPLES.some((principle) => principle === id);

/** What each word adds to the score of an id, beyond what it adds to the others on average. */
const learnedSigns = (id: Id, { words }: ReadText, { places, values }: TextVector, model: RoutingModel): Sign[] => {
  const { grains, grain, bias } = isPrinciple(id) ? model.principles : model.topics;
  const nth = isPrinciple(id) ? PRINCIPLES.indexOf(id) : TOPICS.indexOf(id);
  const lead = new Map<number, number>();
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const from = place * bias.length;
    let sum = 0;
    for (let k = 0; k < bias.length; k++) sum += grains[from + k] ?? 0;
    lead.set(place, (values[i] ?? 0) * grain * ((grains[from + nth] ?? 0) - sum / bias.length));
  }
  return words
    .map((word, at) => ({
      at: [at],
      weight: placesOfWord(word).reduce((sum, place) => sum + (lead.get(place) ?? 0), 0),
    }))
    .filter(({ weight }) => weight >= MIN_WEIGHT_SHOWN);
};
