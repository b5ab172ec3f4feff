import type { PersonId } from '../ids.ts';
import { thisWeek } from '../nudges/this-week.ts';
import type { AdoptionDeps } from './deps.ts';
import { NAMING_KINDS, peopleCounted } from './rollup.ts';
import { isoYearOf, type Week, weekAfter, weeksFrom } from './week.ts';

export type ForgettingDeps = Pick<AdoptionDeps, 'facts' | 'rollups' | 'pseudonyms' | 'clock' | 'time'>;

/**
 * Takes somebody out of the facts: what their pseudonym did in a year, nobody's did from now on, and no id of theirs
 * leads to it any more. Answers how many facts that were; safe to repeat.
 */
export const eraseFromFacts = async (person: PersonId, nobody: PersonId, deps: ForgettingDeps): Promise<number> => {
  let found = 0;
  for (const year of await yearsCounted(deps))
    found += await deps.facts.become(deps.pseudonyms.of(person, year), deps.pseudonyms.of(nobody, year));
  return found;
};

/**
 * … and out of the closed sums, after the facts: those in which nobody now stands name people as their facts do. The
 * numbers stay, also of how many different people there were. Safe to repeat.
 */
export const eraseFromSums = async (nobody: PersonId, deps: ForgettingDeps): Promise<void> => {
  const { facts, rollups, pseudonyms } = deps;
  const weeks = new Set<Week>();
  for (const year of await yearsCounted(deps)) {
    for (const week of await facts.weeksOf(pseudonyms.of(nobody, year), NAMING_KINDS)) weeks.add(week);
  }
  for (const { _id } of await rollups.all()) {
    if (weeks.has(_id)) await rollups.rename(_id, peopleCounted(await facts.ofWeek(_id, NAMING_KINDS)));
  }
};

/** A week of each year in which something was counted, and of the next: a sandbox's clock may have been moved back. */
const yearsCounted = async (deps: ForgettingDeps): Promise<Week[]> => {
  const { facts, rollups } = deps;
  const [first, last] = [await facts.firstWeek(), await rollups.last()];
  if (first === null) return [];
  const now = thisWeek(deps);
  const weeks = weeksFrom(first, weekAfter(last !== null && last > now ? last : now, 52));
  return [...new Map(weeks.map((week) => [isoYearOf(week), week])).values()];
};
