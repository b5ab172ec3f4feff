import type { Masked } from '../privacy/mask.ts';

/** Gives texts a direction by what they mean: texts that mean the same point the same way. A help, never needed. */
export type Embeddings = {
  /**
   * A vector of length 1 for each text, all with the same number of places; null when there is no help now.
   * @param within milliseconds
   */
  vectorsOf(texts: readonly Masked[], within: number): Promise<readonly Float32Array[] | null>;
};
