import { differentPeople } from './different-people.ts';
import type { Pseudonym } from './pseudonym.ts';
import type { Load } from './published-week.ts';
import type { Rollup } from './rollup.ts';
import { isoYearOf } from './week.ts';

/** With fewer agents, a fifth of them is one person (docs/rules.md, "Small groups"). */
export const MIN_AGENTS = 10;

/** How evenly agents share the work. Names nobody. Null with fewer than ten agents. */
export const loadOf = (rollups: readonly Rollup[]): Load | null => {
  const agents = differentPeople(rollups.map(({ _id, agents }) => ({ week: _id, who: agents.map(({ who }) => who) })));
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
  if (counts.length < MIN_AGENTS) return null;
  return { agents, top: sum(counts.slice(0, Math.ceil(counts.length / 5))), taken: sum(counts) };
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
