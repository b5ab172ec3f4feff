import { createHmac } from 'node:crypto';

/**
 * Draws the noise of one published cell: two-sided geometric with α = e⁻¹, so that each step away from 0 is e times less
 * likely. The same block, table and cell always get the same noise, and nobody without `ANONYMITY_KEY` can compute it.
 */
export type Noise = (block: string, table: string, cell: string) => number;

const BYTES = 6;

export const createNoise =
  (anonymityKey: string): Noise =>
  (block, table, cell) => {
    const digest = createHmac('sha256', anonymityKey)
      .update(JSON.stringify(['noise', block, table, cell]))
      .digest();
    const geometric = (from: number): number => Math.floor(-Math.log((digest.readUIntBE(from, BYTES) + 1) / 2 ** 48));
    return geometric(0) - geometric(BYTES);
  };

/** A count as it is published. A true zero stays 0, and a count above zero never becomes 0. */
export const noised = (count: number, noise: number): number => (count === 0 ? 0 : Math.max(1, count + noise));
