import { weekAfter, weekOf } from '../time/iso-week.ts';
import { HOUR } from '../time/units.ts';
import type { AdoptionDeps } from './deps.ts';
import type { Headcount } from './fact.ts';
import { type HeadcountDeps, headcount } from './headcount.ts';
import { publishAll } from './publish.ts';
import { sumWeek } from './rollup.ts';
import { weeksFrom } from './week.ts';

/** Time after midnight, in milliseconds, for what was under way to arrive. */
const GRACE_MS = HOUR;

type SumDeps = Pick<AdoptionDeps, 'rollups' | 'facts'>;
export type ClosingDeps = HeadcountDeps & SumDeps & Pick<AdoptionDeps, 'clock' | 'time'>;

/**
 * Sums every week that is over and publishes what reports may show of it. Returns how many weeks it closed. Safe to
 * repeat and to run concurrently.
 */
export const closeWeeks = async (deps: ClosingDeps): Promise<number> => {
  const { rollups, facts, clock, time } = deps;
  const running = weekOf(time.localDate(new Date(clock().getTime() - GRACE_MS)));
  const last = await rollups.last();
  const first = last === null ? await facts.firstWeek() : weekAfter(last);
  const weeks = first === null ? [] : weeksFrom(first, weekAfter(running, -1));
  for (const week of weeks) await sumNow(await rollups.addHeadcount(await headcount(week, deps)), deps);
  await publishWhatIsNew(deps);
  return weeks.length;
};

/** Rebuilds all rollups from the facts, with the same result. Returns how many. */
export const rebuildRollups = async (deps: SumDeps): Promise<number> => {
  await deps.rollups.clear();
  const heads = await deps.rollups.headcounts();
  for (const head of heads) await sumNow(head, deps);
  await publishWhatIsNew(deps);
  return heads.length;
};

const sumNow = async (head: Headcount, { rollups, facts }: SumDeps): Promise<void> =>
  rollups.add(sumWeek(head, await facts.ofWeek(head._id)));

const publishWhatIsNew = async ({ rollups }: Pick<AdoptionDeps, 'rollups'>): Promise<void> => {
  const [last, published] = [await rollups.last(), await rollups.lastPublished()];
  if (last === null || published?._id === last) return;
  const all = await rollups.all();
  for (const publication of publishAll(all)) {
    if (published === null || publication._id > published._id) await rollups.publish(publication);
  }
};
