import { thisWeek } from '../nudges/this-week.ts';
import { factsOfCase } from './case-facts.ts';
import type { AdoptionDeps } from './deps.ts';
import type { Fact } from './fact.ts';
import { factsOfNudge } from './nudge-facts.ts';
import { type Week, weekAfter } from './week.ts';

export type CountingDeps = Pick<
  AdoptionDeps,
  'cases' | 'nudges' | 'facts' | 'rollups' | 'pseudonyms' | 'clock' | 'time'
>;

const AT_ONCE = 100;

/**
 * Takes the facts of every case and weekly principle that changed since they were last taken. A process may die anywhere in it: a fact has
 * its name from the event, so taking it twice is taking it once.
 */
export const takeFacts = async (deps: CountingDeps): Promise<number> =>
  (await takeAll(deps.cases, factsOfCase, deps)) + (await takeAll(deps.nudges, factsOfNudge, deps));

type Counted<Id, T> = {
  toCount(most: number): Promise<T[]>;
  counted(id: Id, rev: number): Promise<void>;
};

const takeAll = async <Id, T extends { _id: Id; rev: number }>(
  from: Counted<Id, T>,
  factsOf: (one: T, deps: CountingDeps) => Fact[],
  deps: CountingDeps,
): Promise<number> => {
  const takeOne = async (one: T, closed: Week | null): Promise<number> => {
    const puts = await Promise.all(factsOf(one, deps).map((fact) => putFact(fact, closed, deps)));
    await from.counted(one._id, one.rev);
    return puts.filter((wasPut) => wasPut).length;
  };
  for (let taken = 0; ; ) {
    const changed = await from.toCount(AT_ONCE);
    if (changed.length === 0) return taken;
    const closed = await deps.rollups.last();
    const counts = await Promise.all(changed.map((one) => takeOne(one, closed)));
    taken += counts.reduce((sum, count) => sum + count, 0);
  }
};

/**
 * A closed week does not change: what comes later counts in the first week that is open. Until then a fact may still be
 * put right, such as the unit of somebody who tells it a minute after asking.
 */
const putFact = async (fact: Fact, closed: Week | null, deps: CountingDeps): Promise<boolean> => {
  const { facts } = deps;
  if (closed === null) return facts.put(fact);
  const before = await facts.get(fact._id);
  if (before !== null) return before.week > closed && facts.put({ ...fact, week: before.week });
  if (fact.week > closed) return facts.put(fact);
  const running = thisWeek(deps);
  return facts.put({ ...fact, week: running > closed ? running : weekAfter(closed) });
};
