/** One thing that was looked at, whether it is as it should be, and what was seen. */
export type Finding = { about: string; holds: boolean; says: string };

export const finding = (about: string, holds: boolean, says: string): Finding => ({ about, holds, says });

/** The value below which this part of them lies. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

/** Whether two counts differ by no more than a part, or by so many. */
export const isNear = (one: number, other: number, part: number, atLeast = 0): boolean =>
  Math.abs(one - other) <= Math.max(atLeast, part * Math.max(Math.abs(one), Math.abs(other)));
