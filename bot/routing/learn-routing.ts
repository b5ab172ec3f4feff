import { hash } from 'node:crypto';
import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';
import type { Example } from './examples.ts';
import { knowing } from './known-stems.ts';
import type { Lexicon } from './lexicon.ts';
import { NO_LIBRARY, withExamples } from './library.ts';
import type { ReadText } from './phrases.ts';
import { type Kind, type Lesson, learn, noWeights, type Pace, type Weights } from './regression.ts';
import { inGrains, type Learned, PARTS, type Part, type RoutingModel, weightsFrom } from './routing-model.ts';
import {
  type Counts,
  countsOf,
  PLACES,
  type Rarity,
  rarityIn,
  type TextVector,
  vectorOf,
  withNew,
} from './text-vector.ts';
import { createTextReader } from './word-lists.ts';

/** The topics that are asked for on their own, because a wrong answer costs most there. */
export const NEEDS = ['lovgivning', 'oekonomi'] as const satisfies readonly Topic[];
export type Need = (typeof NEEDS)[number];

/** What routing learns from: words, dilemmas with their labels, and texts that are none. */
export type Lessons = { lexicon: Lexicon; dilemmas: readonly Example[]; noDilemmas: readonly string[] };

/** Chosen by cross-validation over the examples; more rounds learn them by heart. */
const PACE = { rounds: 16, step: 0.06, decay: 1e-5 } as const;
/** Few examples, read as often, would be learned by heart and drown what was known. */
const PACE_OF_MORE = { rounds: 6, step: 0.06, decay: 1e-5 } as const;
/** Weights reach some five either way. */
const GRAIN = 1 / 24;
/** There are many more dilemmas than texts that are none, of which people can write endlessly many. */
const WEIGHT_OF_NO_DILEMMA = 4;
/** Most dilemmas are long, and most other texts short: in a dilemma of so few words, its words must tell. */
const FEW_WORDS = 12;
const WEIGHT_OF_FEW_WORDS = 4;

/** Learns from all examples. It takes some seconds of processor time: what was learned is stored. */
export const learnRouting = ({ lexicon, dilemmas, noDilemmas }: Lessons): RoutingModel => {
  const read = createTextReader(lexicon);
  const texts = dilemmas.map(({ text }) => read(text));
  const counts = texts.map(countsOf);
  const rarity = rarityIn(counts);
  const known = knownFrom(dilemmas, counts, rarity);
  const others = noDilemmas.map((text) => vectorOf(countsOf(read(text)), rarity));
  const afresh = (part: Part) => noWeights(PLACES, PARTS[part]);
  return {
    rarity,
    stems: knowing(null, texts),
    library: withExamples(NO_LIBRARY, pairs(dilemmas, texts)),
    principles: learned(afresh('principles'), 'one', principleLessons(known), PACE),
    topics: learned(afresh('topics'), 'one', topicLessons(known), PACE),
    needs: learned(afresh('needs'), 'each', needLessons(known), PACE),
    says: learned(
      afresh('says'),
      'each',
      [
        ...known.map(({ vector }, i) => ({ vector, shares: [1], weight: weightOf(texts[i]) })),
        ...others.map((vector) => ({ vector, shares: [0], weight: WEIGHT_OF_NO_DILEMMA })),
      ],
      PACE,
    ),
  };
};

/**
 * Adds examples to what was learned, such as a municipality's own. A few hundred take a tenth of the time that learning
 * anew would; the model itself stays as it was.
 */
export const teach = (model: RoutingModel, lexicon: Lexicon, examples: readonly Example[]): RoutingModel => {
  if (examples.length === 0) return model;
  const read = createTextReader(lexicon);
  const texts = examples.map(({ text }) => read(text));
  const counts = texts.map(countsOf);
  const rarity = withNew(model.rarity, counts);
  const known = knownFrom(examples, counts, rarity);
  return {
    ...model,
    rarity,
    stems: knowing(model.stems, texts),
    library: withExamples(model.library, pairs(examples, texts)),
    principles: learned(weightsFrom(model.principles), 'one', principleLessons(known), PACE_OF_MORE),
    topics: learned(weightsFrom(model.topics), 'one', topicLessons(known), PACE_OF_MORE),
    needs: learned(weightsFrom(model.needs), 'each', needLessons(known), PACE_OF_MORE),
  };
};

const weightOf = (text: ReadText | undefined): number =>
  text !== undefined && text.words.length <= FEW_WORDS ? WEIGHT_OF_FEW_WORDS : 1;

const pairs = (examples: readonly Example[], texts: readonly ReadText[]) =>
  examples.flatMap((example, i) => {
    const text = texts[i];
    return text === undefined ? [] : [{ example, text }];
  });

type Known = { example: Example; vector: TextVector };

const knownFrom = (examples: readonly Example[], counts: readonly Counts[], rarity: Rarity): Known[] =>
  counts.flatMap((one, i) => {
    const example = examples[i];
    return example === undefined ? [] : [{ example, vector: vectorOf(one, rarity) }];
  });

const principleLessons = (known: readonly Known[]): Lesson[] =>
  known.map(({ example, vector }) => ({ vector, shares: sharesAmong(PRINCIPLES, example.principles), weight: 1 }));
const topicLessons = (known: readonly Known[]): Lesson[] =>
  known.map(({ example, vector }) => ({ vector, shares: sharesAmong(TOPICS, example.topics), weight: 1 }));
const needLessons = (known: readonly Known[]): Lesson[] =>
  known.map(({ example, vector }) => ({
    vector,
    shares: NEEDS.map((need) => (example.topics.includes(need) ? 1 : 0)),
    weight: 1,
  }));

/** Changes `weights`. */
const learned = (weights: Weights, kind: Kind, lessons: readonly Lesson[], pace: Pace): Learned => {
  learn(weights, kind, lessons, pace);
  return inGrains(weights.of, weights.bias, GRAIN);
};

/** The labels of a text share it: which of them comes first is chance. */
const sharesAmong = <Id extends Principle | Topic>(ids: readonly Id[], labels: readonly Id[]): number[] =>
  ids.map((id) => (labels.includes(id) ? 1 / labels.length : 0));

/** Changes with the program where the same words and examples would teach something else. */
const VERSION = 4;

/** Stands for all that routing learns from: a model fits the words and examples only when this is the same. */
export const routingLearnedFrom = ({ lexicon, dilemmas, noDilemmas }: Lessons): string =>
  hash('sha256', JSON.stringify([VERSION, lexicon, dilemmas, noDilemmas]), 'base64url');
