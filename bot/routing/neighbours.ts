import type { Example } from './examples.ts';

/** An example, and where it points. */
export type Placed = Pick<Example, 'principles' | 'topics'> & { vector: Float32Array };

/** The share of each id among the examples that are nearest in meaning. */
export type Shares<Id extends string> = ReadonlyMap<Id, number>;

const MAX_NEIGHBOURS = 20;
/** An example that lies a standard deviation nearer than another counts e² times as much. */
const SHARPNESS = 2;
/** Of the shares, how much is spread over all ids: a label that no neighbour has is unlikely, not impossible. */
const SPREAD = 0.1;
/** How much the neighbours count beside a text's own words: one of two equal voices would count 0.5. */
const WEIGHT = 0.35;

/** An example near a text, and how much it counts; the weights of all neighbours add up to 1. */
export type Neighbour = { example: Placed; weight: number };

/**
 * The examples nearest to a vector. Models differ in how alike they find any two texts, so nearness is measured by how
 * much an example stands out from all the others. None when all are equally near.
 */
export const neighboursOf = (vector: Float32Array, examples: readonly Placed[]): Neighbour[] => {
  const near = examples.map((example) => ({ example, likeness: dot(vector, example.vector) }));
  const mean = near.reduce((sum, { likeness }) => sum + likeness, 0) / near.length;
  const deviation = Math.sqrt(near.reduce((sum, { likeness }) => sum + (likeness - mean) ** 2, 0) / near.length);
  if (!(deviation > 0)) return [];
  const nearest = near.toSorted((a, b) => b.likeness - a.likeness).slice(0, MAX_NEIGHBOURS);
  const best = nearest[0]?.likeness ?? 0;
  const weighed = nearest.map(({ example, likeness }) => ({
    example,
    weight: Math.exp((SHARPNESS * (likeness - best)) / deviation),
  }));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  return weighed.map(({ example, weight }) => ({ example, weight: weight / sum }));
};

/** How the neighbours' labels are shared out. An example with two labels counts half for each. */
export const sharesAmong = <Id extends string>(
  neighbours: readonly Neighbour[],
  ids: readonly Id[],
  labelsOf: (example: Placed) => readonly Id[],
): Shares<Id> => {
  const among = (id: Id) =>
    neighbours.reduce((sum, { example, weight }) => {
      const labels = labelsOf(example);
      return sum + (labels.includes(id) ? weight / labels.length : 0);
    }, 0);
  return new Map(ids.map((id) => [id, (1 - SPREAD) * among(id) + SPREAD / ids.length]));
};

type Likely<Id> = { id: Id; probability: number };

/** Probabilities, mixed by their logarithms with the neighbours' shares; best first, and equal ones in their order. */
export const mixedWith = <Id extends string>(own: readonly Likely<Id>[], shares: Shares<Id>): Likely<Id>[] => {
  const mixed = own.map(({ id, probability }) => ({
    id,
    probability: probability ** (1 - WEIGHT) * (shares.get(id) ?? 0) ** WEIGHT,
  }));
  const sum = mixed.reduce((total, { probability }) => total + probability, 0);
  return mixed
    .map(({ id, probability }) => ({ id, probability: probability / sum }))
    .toSorted((a, b) => b.probability - a.probability);
};

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};
