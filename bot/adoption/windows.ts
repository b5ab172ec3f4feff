import type { Counts, Rollup } from './rollup.ts';

/** The `period` weeks that end with `week`, both counted from the first rollup; fewer near the start. */
export const windowOf = (rollups: readonly Rollup[], week: number, period: number): readonly Rollup[] =>
  rollups.slice(Math.max(0, week - period + 1), week + 1);

/** Adds tables up cell by cell. The result has every cell of any of them, in the order in which they first come. */
export const addUp = (tables: readonly Counts[]): Counts => {
  const sums = new Map<string, number>();
  for (const { name, count } of tables.flat()) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].map(([name, count]) => ({ name, count }));
};

export const sumOf = (cells: Counts): number => cells.reduce((sum, { count }) => sum + count, 0);
