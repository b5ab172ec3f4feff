import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import { type CountedPeople, sumWeek } from './rollup.ts';
import { isoYearOf, type Week, weekAfter, weekOf, weeksFrom } from './week.ts';

type Counting = Pick<Needs, 'facts' | 'rollups' | 'pseudonyms' | 'clock' | 'time'>;

/**
 * Takes somebody out of facts and sums: what their pseudonym did in a year, nobody's did from now on. The counts stay,
 * also of how many different people there were, and no id of theirs leads to them any more. Safe to repeat. Answers
 * how many facts and sums it found them in.
 */
export const forgetPseudonyms = async (person: PersonId, nobody: PersonId, needs: Counting): Promise<number> => {
  const { facts, rollups, pseudonyms } = needs;
  const theirWeeks = new Set<Week>();
  let found = 0;
  for (const year of await yearsCounted(needs)) {
    const other = pseudonyms.of(nobody, year);
    found += await facts.become(pseudonyms.of(person, year), other);
    for (const week of await facts.weeksOf(other)) theirWeeks.add(week);
  }
  const heads = new Map((await rollups.headcounts()).map((head) => [head._id, head]));
  for (const { _id, agents, waited, raters, followed, answerers } of await rollups.all()) {
    const head = heads.get(_id);
    if (head === undefined || !theirWeeks.has(_id)) continue;
    // Summed again, for a sum keeps only the first few names, and a new name may be among them.
    const anew = sumWeek(head, await facts.ofWeek(_id));
    const people: CountedPeople = {
      agents: anew.agents,
      waited: anew.waited,
      raters: anew.raters,
      followed: anew.followed,
      answerers: anew.answerers,
    };
    if (isDeepStrictEqual(people, { agents, waited, raters, followed, answerers })) continue;
    await rollups.rename(_id, people);
    found++;
  }
  return found;
};

/** A week of each year in which something was counted, and of the next: a sandbox's clock may have been moved back. */
const yearsCounted = async ({ facts, rollups, clock, time }: Counting): Promise<Week[]> => {
  const [first, last] = [await facts.firstWeek(), await rollups.last()];
  if (first === null) return [];
  const now = weekOf(time.localDate(clock()));
  const weeks = weeksFrom(first, weekAfter(last !== null && last > now ? last : now, 52));
  return [...new Map(weeks.map((week) => [isoYearOf(week), week])).values()];
};
