import type { Pseudonym } from './pseudonym.ts';
import { isoYearOf, type Week } from './week.ts';

/**
 * How many different people there are among those of several weeks. Pseudonyms change with the year, so over its turn
 * the larger count holds.
 */
export const differentPeople = (weeks: readonly { week: Week; who: readonly Pseudonym[] }[]): number => {
  const years = new Map<string, Set<Pseudonym>>();
  for (const { week, who } of weeks) {
    const known = years.get(isoYearOf(week)) ?? new Set();
    years.set(isoYearOf(week), known);
    for (const one of who) known.add(one);
  }
  return Math.max(0, ...[...years.values()].map(({ size }) => size));
};
