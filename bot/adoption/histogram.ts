/**
 * Times are kept as counts in fixed bins, so that the median of a year is as honest as that of a week. A bin is named
 * by its upper edge in working hours; nothing takes longer than the last.
 */
export const BINS = [0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 32, 40, 60, 80, 1000] as const;

/** Past the last edge that means anything. */
const OVER = 80;

/** The bins in five steps, for reading. */
export const WAITS = [
  { name: 'hour', most: 1 },
  { name: 'two', most: 2 },
  { name: 'half-day', most: 4 },
  { name: 'day', most: 8 },
  { name: 'longer', most: 1000 },
] as const;

export const binOf = (minutes: number): number =>
  Math.min(BINS.length - 1, BINS.filter((edge) => edge < minutes / 60).length);

export const noTimes = (): number[] => BINS.map(() => 0);

export const addTimes = (a: readonly number[], b: readonly number[]): number[] =>
  BINS.map((_edge, at) => (a[at] ?? 0) + (b[at] ?? 0));

/** The upper edge of the bin in which the share lies: "at most so many working hours". Null without times. */
export const hoursAt = (times: readonly number[], share: number): number | null => {
  const all = times.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let passed = 0;
  for (const [at, count] of times.entries()) {
    passed += count;
    if (passed >= all * share) return BINS[at] ?? OVER;
  }
  return OVER;
};
