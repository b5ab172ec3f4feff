import { type KindModel, rounded, weightOf } from './kind-model.ts';
import { createFeatureReader, learnFeatures } from './text-features.ts';
import type { WordMeanings } from './word-meanings.ts';

type Words = readonly string[];
/** How likely a text is of each kind, and of any of the kinds that `any` counts, in log-odds: 0 is even. */
export type KindScores<Kind extends string> = Readonly<Record<Kind, number>> & { readonly any: number };
export type KindScorer<Kind extends string> = (words: Words) => KindScores<Kind>;

/** More would learn the examples by heart: what is found in others falls. */
const EPOCHS = 3;
const STEP = 0.2;
/** More change nothing that the labelled sets show. */
const ORDERS = 3;
/** Pulls weights back to nothing. */
const DECAY = 0.002;
/** The log-odds of a text without a word: a kind needs evidence. Fixed, or short texts would count as likely. */
const BIAS = -1;
/** Kinds are rarer among the words of the texts than ordinary ones: a miss weighs so much more than a false alarm. */
const MAX_POSITIVE_WEIGHT = 5;
/** What the words of a text say is shared by all of them, or every long text would be likely; few words say less. */
const SHARED = 6;
const FEW_WORDS = 4;

/**
 * Learns kinds from labelled texts: logistic regression over the features of a text, one model for each kind and one
 * for all of `anyOf` together, which tells an ordinary text from the rest better than each alone. Trained by AdaGrad in
 * a fixed order, so that the same texts always give the same model.
 */
export const learnKinds = <Kind extends string>(
  kinds: readonly Kind[],
  anyOf: readonly Kind[],
  texts: readonly { words: Words; kind: Kind | null }[],
  meaningsOf: WordMeanings,
): KindModel<Kind> => {
  const features = learnFeatures(
    texts.map(({ words }) => words),
    meaningsOf,
  );
  const read = createFeatureReader(features, meaningsOf);
  const known = texts.map(({ words, kind }) => ({ kind, ids: read(words), share: shareOf(words), is: false }));
  const size = features.keys.length;
  const learned = kinds.map((kind) => {
    for (const text of known) text.is = text.kind === kind;
    return [kind, train(known, size)] as const;
  });
  const isAny = ({ kind }: { kind: Kind | null }) => kind !== null && anyOf.includes(kind);
  const either = known.filter((text) => text.kind === null || isAny(text));
  for (const text of either) text.is = isAny(text);
  const weights = Object.fromEntries([...learned, ['any', train(either, size)]]) as KindModel<Kind>['weights'];
  return { ...features, weights };
};

export const createKindScorer = <Kind extends string>(
  { weights, ...features }: KindModel<Kind>,
  meaningsOf: WordMeanings,
): KindScorer<Kind> => {
  const read = createFeatureReader(features, meaningsOf);
  return (words) => {
    const ids = read(words);
    const share = shareOf(words) * weightOf(1);
    const scores = Object.entries<Int8Array>(weights).map(([kind, one]) => [kind, scoreOf(ids, share, one)]);
    return Object.fromEntries(scores) as KindScores<Kind>;
  };
};

type Known = { ids: Int32Array; share: number; is: boolean };

/**
 * The mean of several trainings in as many fixed orders: in one order alone the last texts count more, and a text added
 * anywhere would change what is said of others.
 */
const train = (texts: readonly Known[], size: number): Int8Array => {
  const sum = new Float64Array(size);
  for (let order = 0; order < ORDERS; order++) {
    const weights = trainInOrder(shuffled(texts, order), size);
    for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) + (weights[i] ?? 0) / ORDERS;
  }
  return rounded(sum);
};

const trainInOrder = (texts: readonly Known[], size: number): Float64Array => {
  const weights = new Float64Array(size);
  const sums = new Float64Array(size);
  const sharesOf = (those: readonly Known[]) => those.reduce((total, { share }) => total + share, 0);
  const positives = sharesOf(texts.filter(({ is }) => is));
  const weightOfPositive = Math.min(MAX_POSITIVE_WEIGHT, sharesOf(texts) / Math.max(1e-6, positives) / 2);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { ids, share, is } of texts) {
      const chance = 1 / (1 + Math.exp(-scoreOf(ids, share, weights)));
      const error = (is ? (chance - 1) * weightOfPositive : chance) * share;
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        const weight = weights[id] ?? 0;
        const slope = error + DECAY * weight;
        const sum = (sums[id] ?? 0) + slope * slope;
        sums[id] = sum;
        weights[id] = weight - (STEP * slope) / (1e-6 + Math.sqrt(sum));
      }
    }
  }
  return weights;
};

const shareOf = (words: Words): number => SHARED / (FEW_WORDS + words.length);

const scoreOf = (ids: Int32Array, share: number, weights: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < ids.length; i++) sum += weights[ids[i] ?? 0] ?? 0;
  return BIAS + share * sum;
};

/** A fixed shuffle (Lehmer's generator): texts of one kind must not come in a row. */
const shuffled = <Item>(items: readonly Item[], order: number): Item[] => {
  const all = [...items];
  let seed = 20_261_128 + order;
  for (let i = all.length - 1; i > 0; i--) {
    seed = (seed * 48_271) % 2_147_483_647;
    const j = seed % (i + 1);
    const [a, b] = [all[i], all[j]];
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
  }
  return all;
};
