import type { Case } from '../cases/case.ts';
import type { Needs } from '../needs.ts';
import { factsOfCase } from './case-facts.ts';
import type { Fact } from './fact.ts';
import { type Week, weekAfter, weekOf } from './week.ts';

const AT_ONCE = 100;

/**
 * Takes the facts of every case that changed since they were last taken. A process may die anywhere in it: a fact has
 * its name from the event, so taking it twice is taking it once.
 */
export const takeFacts = async (needs: Needs): Promise<number> => {
  let taken = 0;
  for (;;) {
    const cases = await needs.cases.toCount(AT_ONCE);
    if (cases.length === 0) return taken;
    const closed = await needs.rollups.last();
    const counts = await Promise.all(cases.map((c) => takeFrom(c, closed, needs)));
    taken += counts.reduce((sum, count) => sum + count, 0);
  }
};

const takeFrom = async (c: Case, closed: Week | null, needs: Needs): Promise<number> => {
  const puts = await Promise.all(factsOfCase(c, needs).map((fact) => putFact(fact, closed, needs)));
  await needs.cases.counted(c._id, c.rev);
  return puts.filter((wasPut) => wasPut).length;
};

/**
 * A closed week does not change: what comes later counts in the first week that is open. Until then a fact may still be
 * put right, such as the unit of somebody who tells it a minute after asking.
 */
const putFact = async (fact: Fact, closed: Week | null, { facts, clock, time }: Needs): Promise<boolean> => {
  if (closed === null) return facts.put(fact);
  const before = await facts.get(fact._id);
  if (before !== null) return before.week > closed && facts.put({ ...fact, week: before.week });
  if (fact.week > closed) return facts.put(fact);
  const running = weekOf(time.localDate(clock()));
  return facts.put({ ...fact, week: running > closed ? running : weekAfter(closed) });
};
