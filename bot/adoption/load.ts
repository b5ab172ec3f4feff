import { differentPeople } from './different-people.ts';
import { MIN_GROUP_SIZE } from './disclosure/small-groups.ts';
import type { Pseudonym } from './pseudonym.ts';
import type { Figures } from './publication.ts';
import type { Rollup } from './rollup.ts';
import { isoYearOf } from './week.ts';

/**
 * How evenly agents share the work: the share of cases that the busiest fifth took. Names nobody. Null with fewer than
 * five agents.
 */
export const loadOf = (rollups: readonly Rollup[]): Figures['load'] => {
  const agents = differentPeople(rollups.map(({ _id, agents }) => ({ week: _id, who: agents.map(({ who }) => who) })));
  if (agents < MIN_GROUP_SIZE) return null;
  // An agent keeps one pseudonym within a year, so only the year with more cases is used.
  const years = new Map<string, Map<Pseudonym, number>>();
  for (const { _id, agents } of rollups) {
    const taken = years.get(isoYearOf(_id)) ?? new Map<Pseudonym, number>();
    years.set(isoYearOf(_id), taken);
    for (const { who, count } of agents) taken.set(who, (taken.get(who) ?? 0) + count);
  }
  const [counts = []] = [...years.values()]
    .map((taken) => [...taken.values()].sort((a, b) => b - a))
    .sort((a, b) => sum(b) - sum(a));
  if (counts.length < MIN_GROUP_SIZE) return null;
  const fifth = counts.slice(0, Math.ceil(counts.length / 5));
  return { agents, busiestFifth: sum(fifth) / sum(counts) };
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
