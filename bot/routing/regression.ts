import type { TextVector } from './text-vector.ts';

/** Weights of every place for every class, place by place, and what each class has without any word. */
export type Weights = { of: Float64Array; bias: Float64Array };

/** `one`: exactly one class is right, and the shares of all add up to 1. `each`: every class is right or not. */
export type Kind = 'one' | 'each';

export type Lesson = { vector: TextVector; shares: ArrayLike<number>; weight: number };
export type Pace = { rounds: number; step: number; decay: number };

/** The score of each class, as log-odds. */
const scoresBy = ({ of, bias }: Weights, { places, values }: TextVector): Float64Array => {
  const scores = Float64Array.from(bias);
  const classes = scores.length;
  for (let i = 0; i < places.length; i++) {
    const from = (places[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] ?? 0) + (of[from + k] ?? 0) * value;
  }
  return scores;
};

export const noWeights = (places: number, classes: number): Weights => ({
  of: new Float64Array(places * classes),
  bias: new Float64Array(classes),
});

/**
 * Learns by logistic regression, trained with AdaGrad in fixed orders, so that the same lessons always give the same
 * weights. Changes `weights`.
 */
export const learn = (weights: Weights, kind: Kind, lessons: readonly Lesson[], pace: Pace): void => {
  const { of, bias } = weights;
  const classes = bias.length;
  const sums = new Float64Array(of.length);
  const biasSums = new Float64Array(classes);
  const errors = new Float64Array(classes);
  const descend = (values: Float64Array, squares: Float64Array, at: number, slope: number, step: number) => {
    const sum = (squares[at] ?? 0) + slope * slope;
    squares[at] = sum;
    values[at] = (values[at] ?? 0) - (step * slope) / (1e-6 + Math.sqrt(sum));
  };
  for (let round = 0; round < pace.rounds; round++) {
    for (const at of shuffled(lessons.length, round)) {
      const lesson = lessons[at];
      if (lesson === undefined) continue;
      const { places, values } = lesson.vector;
      const chances = (kind === 'one' ? likelihoods : chancesOfEach)(scoresBy(weights, lesson.vector));
      for (let k = 0; k < classes; k++) {
        errors[k] = ((chances[k] ?? 0) - (lesson.shares[k] ?? 0)) * lesson.weight;
        descend(bias, biasSums, k, errors[k] ?? 0, pace.step * BIAS_PACE);
      }
      for (let i = 0; i < places.length; i++) {
        const from = (places[i] ?? 0) * classes;
        const value = values[i] ?? 0;
        for (let k = 0; k < classes; k++)
          descend(of, sums, from + k, (errors[k] ?? 0) * value + pace.decay * (of[from + k] ?? 0), pace.step);
      }
    }
  }
};

const BIAS_PACE = 0.3;

/** Log-odds as probabilities that add up to 1. */
export const likelihoods = (scores: ArrayLike<number>): Float64Array => {
  const all = Float64Array.from(scores);
  const best = Math.max(...all);
  const odds = all.map((score) => Math.exp(score - best));
  const sum = odds.reduce((total, odd) => total + odd, 0);
  return odds.map((odd) => odd / sum);
};

const chancesOfEach = (scores: ArrayLike<number>): Float64Array =>
  Float64Array.from(scores, (score) => 1 / (1 + Math.exp(-score)));

/** A fixed order of its own for each round (Lehmer's generator). */
const shuffled = (length: number, round: number): Int32Array => {
  const all = Int32Array.from({ length }, (_, i) => i);
  let seed = 20_261_129 + round;
  for (let i = length - 1; i > 0; i--) {
    seed = (seed * 48_271) % 2_147_483_647;
    const j = seed % (i + 1);
    const kept = all[i] ?? 0;
    all[i] = all[j] ?? 0;
    all[j] = kept;
  }
  return all;
};
