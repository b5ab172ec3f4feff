import type { PersonId } from '../ids.ts';
import { type Week, weekAfter } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import type { AdoptionDeps } from './deps.ts';
import { NAMING_KINDS, peopleCounted } from './rollup.ts';
import { isoYearOf, weeksFrom } from './week.ts';

export type PseudonymDeps = Pick<AdoptionDeps, 'facts' | 'rollups' | 'pseudonyms' | 'clock' | 'time'>;

/**
 * Erases a person from the facts: replaces their pseudonyms with those of `nobody`, to which none of their ids leads.
 * Returns how many facts changed. Safe to repeat.
 */
export const eraseFromFacts = async (person: PersonId, nobody: PersonId, deps: PseudonymDeps): Promise<number> => {
  let changed = 0;
  for (const year of await yearsCounted(deps))
    changed += await deps.facts.become(deps.pseudonyms.of(person, year), deps.pseudonyms.of(nobody, year));
  return changed;
};

/**
 * Erases a person from the closed rollups; call it after `eraseFromFacts`. Rewrites the pseudonyms of every rollup that
 * contains `nobody` from its facts. The numbers stay, including those of different people. Safe to repeat.
 */
export const eraseFromSums = async (nobody: PersonId, deps: PseudonymDeps): Promise<void> => {
  const { facts, rollups, pseudonyms } = deps;
  const weeks = new Set<Week>();
  for (const year of await yearsCounted(deps)) {
    for (const week of await facts.weeksOf(pseudonyms.of(nobody, year), NAMING_KINDS)) weeks.add(week);
  }
  for (const { _id } of await rollups.all()) {
    if (weeks.has(_id)) await rollups.rename(_id, peopleCounted(await facts.ofWeek(_id, NAMING_KINDS)));
  }
};

/** One week of each year with facts, and of the following year: a sandbox's clock may have been moved back. */
const yearsCounted = async (deps: PseudonymDeps): Promise<Week[]> => {
  const { facts, rollups } = deps;
  const [first, last] = [await facts.firstWeek(), await rollups.last()];
  if (first === null) return [];
  const now = thisWeek(deps);
  const weeks = weeksFrom(first, weekAfter(last !== null && last > now ? last : now, 52));
  return [...new Map(weeks.map((week) => [isoYearOf(week), week])).values()];
};
