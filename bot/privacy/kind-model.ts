import { z } from 'zod';

/**
 * What was learned about kinds of texts, in numbers only: the names of single features, the features (a name, or a pair
 * of names), and for each kind and `any` the weight of each feature.
 */
export type KindModel<Kind extends string> = {
  names: readonly string[];
  keys: Int32Array;
  weights: Readonly<Record<Kind | 'any', Int8Array>>;
};

/** Weights are whole numbers of this size, so that a model says the same when it was written to a file in between. */
const GRAIN = 1 / 32;
const MOST = 127;

export const rounded = (weights: Float64Array): Int8Array =>
  Int8Array.from(weights, (weight) => Math.max(-MOST, Math.min(MOST, Math.round(weight / GRAIN))));
export const weightOf = (grains: number): number => grains * GRAIN;

/** The model as it stands in a file. */
export type WrittenModel = { names: string; keys: string; weights: Record<string, string> };

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Int8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');
const readBytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

export const writeModel = <Kind extends string>({ names, keys, weights }: KindModel<Kind>): WrittenModel => ({
  names: names.join(' '),
  keys: bytesOf(keys),
  weights: Object.fromEntries(Object.entries<Int8Array>(weights).map(([kind, one]) => [kind, bytesOf(one)])),
});

export const readModel = <Kind extends string>(written: WrittenModel): KindModel<Kind> => ({
  names: written.names.split(' '),
  keys: new Int32Array(readBytes(written.keys).buffer),
  weights: Object.fromEntries(
    Object.entries(written.weights).map(([kind, text]) => [kind, new Int8Array(readBytes(text).buffer)]),
  ) as Record<Kind | 'any', Int8Array>,
});

/** Schema of `learned/warning-model.json`. */
export const writtenModelSchema = z.strictObject({
  note: z.string(),
  /** Stands for the words and examples that it was learned from. */
  madeFrom: z.string(),
  names: z.string(),
  keys: z.string(),
  weights: z.record(z.string(), z.string()),
});
