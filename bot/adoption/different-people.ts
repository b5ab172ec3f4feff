import type { Week } from '../time/iso-week.ts';
import type { Pseudonym } from './pseudonym.ts';
import { isoYearOf } from './week.ts';

/**
 * Counts the different people over several weeks. Pseudonyms change each year, so over the turn of a year it returns
 * the larger of the two counts.
 */
export const differentPeople = (weeks: readonly { week: Week; who: readonly Pseudonym[] }[]): number => {
  const years = new Map<string, Set<Pseudonym>>();
  for (const { week, who } of weeks) {
    const known = years.get(isoYearOf(week)) ?? new Set();
    years.set(isoYearOf(week), known);
    for (const pseudonym of who) known.add(pseudonym);
  }
  return Math.max(0, ...[...years.values()].map(({ size }) => size));
};
