/** How likely a text is of each kind, in log-odds: 0 is even. */
export type KindScorer<Kind extends string> = (words: readonly string[]) => Readonly<Record<Kind, number>>;

const EPOCHS = 8;
const STEP = 0.5;
/** The log-odds of a text without a word: a kind needs evidence. Fixed, or short texts would count as likely. */
const BIAS = -1;
/** Kinds are rarer among the texts than ordinary ones: a miss weighs so much more than a false alarm. */
const MAX_POSITIVE_WEIGHT = 5;
const STEM = 5;

/**
 * Learns kinds from labelled texts: logistic regression over words, their beginnings and endings, and pairs of words,
 * trained by AdaGrad in a fixed order, so that the same texts always give the same scores.
 */
export const learnKinds = <Kind extends string>(
  kinds: readonly Kind[],
  texts: readonly { words: readonly string[]; kind: Kind | null }[],
): KindScorer<Kind> => {
  const ids = new Map<string, number>();
  const known = texts.map(({ words, kind }) => ({
    kind,
    features: Int32Array.from(featuresOf(words), (feature) => {
      const id = ids.get(feature) ?? ids.size;
      ids.set(feature, id);
      return id;
    }),
  }));
  const order = shuffled(known);
  const models = kinds.map((kind) => [kind, train(kind, order, ids.size)] as const);
  return (words) => {
    const features = featuresOf(words).flatMap((feature) => ids.get(feature) ?? []);
    const size = featuresOf(words).length;
    const scores = models.map(([kind, weights]) => [kind, scoreOf(features, size, weights)]);
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
      const scale = 1 / Math.sqrt(Math.max(1, features.length));
      const is = label === kind;
      const chance = 1 / (1 + Math.exp(-scoreOf(features, features.length, weights)));
      const error = (chance - (is ? 1 : 0)) * (is ? weightOfPositive : 1);
      const slope = error * scale;
      for (const feature of features) {
        const sum = (slopes[feature] ?? 0) + slope * slope;
        slopes[feature] = sum;
        weights[feature] = (weights[feature] ?? 0) - (STEP * slope) / (1e-6 + Math.sqrt(sum));
      }
    }
  }
  return weights;
};

const scoreOf = (features: Iterable<number>, size: number, weights: Float64Array): number => {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return BIAS + sum / Math.sqrt(Math.max(1, size));
};

const featuresOf = (words: readonly string[]): string[] => {
  const features = new Set<string>();
  for (const [i, word] of words.entries()) {
    features.add(word);
    if (word.length > STEM) features.add(`${word.slice(0, STEM)}-`);
    if (word.length > STEM + 2) features.add(`-${word.slice(-STEM)}`);
    const next = words[i + 1];
    if (next !== undefined) features.add(`${word} ${next}`);
  }
  return [...features];
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
