import { z } from 'zod';
import { NoVectors } from './post-texts.ts';

/** Twice the largest that is in use. */
const MAX_LENGTH = 8_192;

const answerSchema = z.object({
  data: z.array(z.object({ embedding: z.array(z.number()), index: z.number().int().optional() })),
});

/**
 * Reads the vectors in an answer, one for each text in their order, each with the length 1. It believes nothing else:
 * the number of vectors, their order, their lengths and each number are checked.
 * @throws NoVectors
 */
export const readVectors = (body: string, count: number): Float32Array[] => {
  const answer = answerSchema.safeParse(jsonOrNull(body));
  if (!answer.success) throw new NoVectors('its answer has not the form of OpenAI’s embeddings');
  const { data } = answer.data;
  const placed = new Map(data.map(({ embedding, index }, i) => [index ?? i, embedding]));
  const ordered = Array.from({ length: count }, (_, i) => placed.get(i) ?? []);
  const length = ordered[0]?.length ?? 0;
  if (data.length !== count || ordered.some((vector) => vector.length !== length))
    throw new NoVectors('its answer has not one vector of equal length for each text');
  if (length === 0 || length > MAX_LENGTH) throw new NoVectors(`its vectors have ${length} numbers`);
  return ordered.map(unit);
};

const jsonOrNull = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

const unit = (vector: readonly number[]): Float32Array => {
  const size = Math.hypot(...vector);
  if (!Number.isFinite(size) || size === 0) throw new NoVectors('a vector of it has no direction');
  return Float32Array.from(vector, (number) => number / size);
};
