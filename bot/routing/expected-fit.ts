import type { Principle, Topic } from '../words.ts';
import type { Ranked } from './classify.ts';
import { type Certainty, certaintyOf, type Labels, mayName } from './guess.ts';

/** What a case is likely about: a label that a person named is certain, the others are as likely as they were guessed. */
export type Likely = {
  principles: readonly Ranked<Principle>[];
  topics: readonly Ranked<Topic>[];
  /** Whether the likeliest may be named, and without calling them a guess. */
  certainty: Certainty;
};

type Competence = { principles: readonly Principle[]; topics: readonly Topic[] };

/** What a topic counts beside a principle: with more, fewer agents who are asked first know the principle. */
const TOPIC_WEIGHT = 0.6;
/** Fits closer together than this are the same: guesses are not that exact, and equals should share the work. */
const FIT_STEP = 0.05;
/** An unsure label that is less likely than this is no reason to ask somebody. */
const MIN_TO_NAME = 0.2;

export const likelyLabels = (labels: Labels): Likely => {
  const { principle, topic, guess, labelled = {} } = labels;
  const isSilent = guess?.says === false;
  const certain = <T>(id: T): Ranked<T>[] => [{ id, probability: 1 }];
  return {
    principles: guess && !labelled.principle ? (isSilent ? [] : guess.principles) : certain(principle),
    topics: guess && !labelled.topic ? (isSilent ? [] : guess.topics) : certain(topic),
    certainty: certaintyOf(labels),
  };
};

/**
 * How well an agent is expected to fit: the sum of probability × competence, from 0 to 1.6 (docs/rules.md, "Choosing an
 * agent"). Added up in the order of the labels, so that two who know the same always get the same.
 */
export const expectedFit = ({ principles, topics }: Likely, agent: Competence): number => {
  const fit = known(principles, agent.principles) + TOPIC_WEIGHT * known(topics, agent.topics);
  return Math.round(fit / FIT_STEP) * FIT_STEP;
};

const known = <T>(likely: readonly Ranked<T>[], knows: readonly T[]): number =>
  likely.reduce((sum, { id, probability }) => (knows.includes(id) ? sum + probability : sum), 0);

/**
 * What an agent may be said to have been asked for: what the case is said to be about, if they know that; where it is
 * only a guess, the likeliest that they know.
 */
export const knownFor = (
  { principles, topics, certainty }: Likely,
  agent: Competence,
): { principle: Principle | null; topic: Topic | null } => {
  const nameable = <T>(likely: readonly Ranked<T>[]) =>
    certainty === 'sure'
      ? likely.slice(0, 1)
      : likely.filter(({ probability }) => mayName(certainty) && probability >= MIN_TO_NAME);
  return {
    principle: nameable(principles).find(({ id }) => agent.principles.includes(id))?.id ?? null,
    topic: nameable(topics).find(({ id }) => agent.topics.includes(id))?.id ?? null,
  };
};
