import { type Week, weekAfter } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import { factsOfCase } from './case-facts.ts';
import type { AdoptionDeps } from './deps.ts';
import type { Fact } from './fact.ts';
import { factsOfNudge } from './nudge-facts.ts';
import type { StoriesToCount } from './port.ts';
import { factsOfStory } from './story-facts.ts';

export type CountingDeps = Pick<
  AdoptionDeps,
  'cases' | 'nudges' | 'facts' | 'rollups' | 'pseudonyms' | 'clock' | 'time'
> & { stories: StoriesToCount };

const BATCH_SIZE = 100;

/**
 * Takes the facts of every case, nudge and story that changed since the last time. Returns how many facts changed. A process
 * may die at any point: fact ids are deterministic, so taking one twice is taking it once.
 */
export const takeFacts = async (deps: CountingDeps): Promise<number> =>
  (await takeAll(deps.cases, factsOfCase, deps)) +
  (await takeAll(deps.nudges, factsOfNudge, deps)) +
  (await takeAll(deps.stories, factsOfStory, deps));

type Counted<Id, T> = {
  toCount(limit: number): Promise<T[]>;
  counted(id: Id, rev: number): Promise<void>;
};

const takeAll = async <Id, T extends { _id: Id; rev: number }>(
  from: Counted<Id, T>,
  factsOf: (document: T, deps: CountingDeps) => Fact[],
  deps: CountingDeps,
): Promise<number> => {
  const takeOne = async (document: T, closed: Week | null): Promise<number> => {
    const puts = await Promise.all(factsOf(document, deps).map((fact) => putFact(fact, closed, deps)));
    await from.counted(document._id, document.rev);
    return puts.filter((wasPut) => wasPut).length;
  };
  for (let taken = 0; ; ) {
    const changed = await from.toCount(BATCH_SIZE);
    if (changed.length === 0) return taken;
    const closed = await deps.rollups.last();
    const counts = await Promise.all(changed.map((document) => takeOne(document, closed)));
    taken += counts.reduce((sum, count) => sum + count, 0);
  }
};

/**
 * A closed week never changes: late facts count in the first open week. A fact may be corrected until its week closes,
 * for instance when somebody states their unit a minute after asking.
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
