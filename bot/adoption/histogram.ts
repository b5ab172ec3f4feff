/**
 * Upper bin edges in working hours. Times are kept as counts in fixed bins so that the median of a year is as exact as
 * that of a week. The last bin takes everything longer.
 */
export const BINS = [0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 32, 40, 60, 80, 1000] as const;

/** Reported, in working hours, for anything beyond the last meaningful edge. */
const OVER_HOURS = 80;

/** The bins grouped into five steps for readers; upper edges in working hours. */
export const WAITS = [
  { name: 'hour', maxHours: 1 },
  { name: 'two', maxHours: 2 },
  { name: 'half-day', maxHours: 4 },
  { name: 'day', maxHours: 8 },
  { name: 'longer', maxHours: 1000 },
] as const;

export const binOf = (minutes: number): number =>
  Math.min(BINS.length - 1, BINS.filter((edge) => edge < minutes / 60).length);

export const noTimes = (): number[] => BINS.map(() => 0);

/** A quantile as the upper edge of its bin, in working hours: "at most this long". Null without times. */
export const quantileHours = (times: readonly number[], share: number): number | null => {
  const all = times.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let passed = 0;
  for (const [at, count] of times.entries()) {
    passed += count;
    if (passed >= all * share) return BINS[at] ?? OVER_HOURS;
  }
  return OVER_HOURS;
};
