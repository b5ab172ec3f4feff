import { addTimes, BINS, noTimes, WAITS } from './histogram.ts';
import type { Counts, Rollup } from './rollup.ts';

/** The `period` weeks that end with `week`; fewer near the start. */
export const windowOf = (rollups: readonly Rollup[], week: number, period: number): readonly Rollup[] =>
  rollups.slice(Math.max(0, week - period + 1), week + 1);

export const totals = (rollups: readonly Rollup[], counts: (rollup: Rollup) => Counts): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const rollup of rollups) {
    for (const { name, count } of counts(rollup)) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
};

export const groupsIn = (rollups: readonly Rollup[], counts: (rollup: Rollup) => Counts): string[] => [
  ...new Set(rollups.flatMap((rollup) => counts(rollup).map(({ name }) => name))),
];

export const namedOrAnonymous = ({ asked, anonymous }: Rollup): Counts => [
  { name: 'anonymous', count: anonymous },
  { name: 'named', count: asked - anonymous },
];

export const forSelfOrOthers = ({ asked, onBehalf = 0 }: Rollup): Counts => [
  { name: 'onBehalf', count: onBehalf },
  { name: 'forSelf', count: asked - onBehalf },
];

export const waitsOf = ({ times }: Rollup): Counts =>
  WAITS.map(({ name, maxHours }, step) => {
    const above = WAITS[step - 1]?.maxHours ?? 0;
    const within = times.filter((_count, bin) => (BINS[bin] ?? 0) > above && (BINS[bin] ?? 0) <= maxHours);
    return { name, count: within.reduce((sum, count) => sum + count, 0) };
  });

export const timesIn = (rollups: readonly Rollup[]): number[] =>
  rollups.reduce((sum, { times }) => addTimes(sum, times), noTimes());
