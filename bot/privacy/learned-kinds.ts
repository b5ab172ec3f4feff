import type { WordMeanings } from './word-meanings.ts';

/** How likely a text is of each kind, in log-odds: 0 is even. */
export type KindScorer<Kind extends string> = (words: readonly string[]) => Readonly<Record<Kind, number>>;

const EPOCHS = 10;
const STEP = 0.1;
/** Keeps a word that stands in one example from deciding alone. */
const DECAY = 0.0005;
/** The log-odds of a text without a word: a kind needs evidence. Fixed, or short texts would count as likely. */
const BIAS = -1;
/** Kinds are rarer among the texts than ordinary ones: a miss weighs so much more than a false alarm. */
const MAX_POSITIVE_WEIGHT = 5;
const STEM = 5;

/**
 * Learns kinds from labelled texts: logistic regression over words, their beginnings and endings, pairs of neighbours,
 * what the words mean, and pairs of meanings ("boss" with "hiding"). Trained by AdaGrad in a fixed order, so that the
 * same texts always give the same scores.
 */
export const learnKinds = <Kind extends string>(
  kinds: readonly Kind[],
  texts: readonly { words: readonly string[]; kind: Kind | null }[],
  meaningsOf: WordMeanings,
): KindScorer<Kind> => {
  const ids = new Map<string, number>();
  const known = texts.map(({ words, kind }) => ({
    kind,
    features: Int32Array.from(featuresOf(words, meaningsOf), (feature) => {
      const id = ids.get(feature) ?? ids.size;
      ids.set(feature, id);
      return id;
    }),
  }));
  const order = shuffled(known);
  const models = kinds.map((kind) => [kind, train(kind, order, ids.size)] as const);
  return (words) => {
    const features = [...featuresOf(words, meaningsOf)].flatMap((feature) => ids.get(feature) ?? []);
    const scores = models.map(([kind, weights]) => [kind, scoreOf(features, weights)]);
    return Object.fromEntries(scores) as Record<Kind, number>;
  };
};

type Known<Kind> = { kind: Kind | null; features: Int32Array };

const train = <Kind extends string>(kind: Kind, texts: readonly Known<Kind>[], size: number): Float64Array => {
  const weights = new Float64Array(size);
  const slopes = new Float64Array(size);
  const positives = texts.filter((text) => text.kind === kind).length;
  const weightOfPositive = Math.min(MAX_POSITIVE_WEIGHT, texts.length / Math.max(1, positives) / 2);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { kind: label, features } of texts) {
      const is = label === kind;
      const chance = 1 / (1 + Math.exp(-scoreOf(features, weights)));
      const error = (chance - (is ? 1 : 0)) * (is ? weightOfPositive : 1);
      for (let i = 0; i < features.length; i++) {
        const feature = features[i] ?? 0;
        const weight = weights[feature] ?? 0;
        const slope = error + DECAY * weight;
        const sum = (slopes[feature] ?? 0) + slope * slope;
        slopes[feature] = sum;
        weights[feature] = weight - (STEP * slope) / (1e-6 + Math.sqrt(sum));
      }
    }
  }
  return weights;
};

const scoreOf = (features: ArrayLike<number>, weights: Float64Array): number => {
  let sum = BIAS;
  for (let i = 0; i < features.length; i++) sum += weights[features[i] ?? 0] ?? 0;
  return sum;
};

const featuresOf = (words: readonly string[], meaningsOf: WordMeanings): ReadonlySet<string> => {
  const features = new Set<string>();
  const meanings = new Set<string>();
  for (const [i, word] of words.entries()) {
    features.add(word);
    if (word.length > STEM) features.add(`${word.slice(0, STEM)}-`);
    if (word.length > STEM + 2) features.add(`-${word.slice(-STEM)}`);
    const next = words[i + 1];
    if (next !== undefined) features.add(`${word} ${next}`);
    for (const meaning of meaningsOf(word)) meanings.add(meaning);
  }
  const all = [...meanings].sort();
  for (const [i, one] of all.entries()) {
    features.add(`@${one}`);
    for (const other of all.slice(i + 1)) features.add(`@${one} @${other}`);
  }
  return features;
};

/** A fixed shuffle (Lehmer's generator): texts of one kind must not come in a row. */
const shuffled = <Item>(items: readonly Item[]): Item[] => {
  const all = [...items];
  let seed = 20_261_128;
  for (let i = all.length - 1; i > 0; i--) {
    seed = (seed * 48_271) % 2_147_483_647;
    const j = seed % (i + 1);
    const [a, b] = [all[i], all[j]];
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
  }
  return all;
};
