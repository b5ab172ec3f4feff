import { z } from 'zod';
import { type KnownStems, STEM_BYTES } from './known-stems.ts';
import type { Library } from './library.ts';
import type { Weights } from './regression.ts';
import { PLACES, type Rarity, type TextVector } from './text-vector.ts';

/** What is learned, and how many classes each has. `says`: whether a text is a dilemma at all. */
export const PARTS = { principles: 6, topics: 5, needs: 2, says: 1 } as const;
export type Part = keyof typeof PARTS;

/** Learned weights in whole numbers of a grain, place by place, so that a stored model says the same as a fresh one. */
export type Learned = { grains: Int8Array; grain: number; bias: readonly number[] };

/** What routing learned from the examples, in numbers only. */
export type RoutingModel = { rarity: Rarity; stems: KnownStems; library: Library } & Readonly<Record<Part, Learned>>;

const MOST = 127;

/** Weights beyond `MOST` grains are cut off, so that a few large ones do not make all others coarse. */
export const inGrains = (of: Float64Array, bias: ArrayLike<number>, grain: number): Learned => ({
  grains: Int8Array.from(of, (weight) => Math.max(-MOST, Math.min(MOST, Math.round(weight / grain)))),
  grain,
  bias: Array.from(bias, (one) => Math.round(one * 1000) / 1000),
});

export const weightsFrom = ({ grains, grain, bias }: Learned): Weights => ({
  of: Float64Array.from(grains, (one) => one * grain),
  bias: Float64Array.from(bias),
});

export type Scores = Readonly<Record<Part, readonly number[]>>;

/**
 * Gives the score of each class of a text, as log-odds. The weights of a place are laid side by side, so that a text
 * looks for each of its places once.
 */
export const createScorer = (model: Record<Part, Learned>): ((vector: TextVector) => Scores) => {
  const columns = NAMES.flatMap((part) => model[part].bias.map((bias, k) => ({ part, k, bias })));
  const width = columns.length;
  const weights = new Int8Array(PLACES * width);
  columns.forEach(({ part, k }, column) => {
    const { grains, bias } = model[part];
    for (let place = 0; place < PLACES; place++) weights[place * width + column] = grains[place * bias.length + k] ?? 0;
  });
  return ({ places, values }) => {
    const sums = new Float64Array(width);
    for (let i = 0; i < places.length; i++) {
      const from = (places[i] ?? 0) * width;
      const value = values[i] ?? 0;
      for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + (weights[from + k] ?? 0) * value;
    }
    const scores: Record<Part, number[]> = { principles: [], topics: [], needs: [], says: [] };
    columns.forEach(({ part, bias }, column) => {
      scores[part].push(bias + model[part].grain * (sums[column] ?? 0));
    });
    return scores;
  };
};

const NAMES = ['principles', 'topics', 'needs', 'says'] as const satisfies readonly Part[];

const learnedSchema = z.strictObject({ grain: z.number(), bias: z.array(z.number()) });

/** A model without its grains, which are written as bytes. */
export const plainModelSchema = z.strictObject({
  principles: learnedSchema,
  topics: learnedSchema,
  needs: learnedSchema,
  says: learnedSchema,
});
type PlainModel = z.infer<typeof plainModelSchema>;

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

export const writeRoutingModel = (model: RoutingModel): { plain: PlainModel; bytes: Uint8Array } => {
  const plain = (part: Part) => ({ grain: model[part].grain, bias: [...model[part].bias] });
  return {
    plain: {
      principles: plain('principles'),
      topics: plain('topics'),
      needs: plain('needs'),
      says: plain('says'),
    },
    bytes: Buffer.concat([
      model.rarity,
      model.stems,
      bytesOf(Uint32Array.of(model.library.words.length, model.library.ends.length)),
      bytesOf(model.library.words),
      bytesOf(model.library.ends),
      bytesOf(model.library.labels),
      ...NAMES.map((part) => bytesOf(model[part].grains)),
    ]),
  };
};

export const readRoutingModel = (plain: PlainModel, bytes: Uint8Array): RoutingModel => {
  let at = 0;
  const next = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const rarity = Uint8Array.from(next(PLACES));
  const stems = Uint8Array.from(next(STEM_BYTES));
  /** A copy begins where whole numbers may begin. */
  const copied = (length: number) => Uint8Array.from(next(length)).buffer;
  const [words = 0, examples = 0] = new Uint32Array(copied(8));
  const library = {
    words: new Uint16Array(copied(2 * words)),
    ends: new Uint32Array(copied(4 * examples)),
    labels: new Uint16Array(copied(2 * examples)),
  };
  const part = (name: Part): Learned => ({ ...plain[name], grains: new Int8Array(next(PLACES * PARTS[name])) });
  return {
    rarity,
    stems,
    library,
    principles: part('principles'),
    topics: part('topics'),
    needs: part('needs'),
    says: part('says'),
  };
};
