import { HOUR } from '../time/units.ts';
import type { AdoptionDeps } from './deps.ts';
import type { Headcount } from './fact.ts';
import { type HeadcountDeps, headcount } from './headcount.ts';
import { publishAll } from './publish.ts';
import { sumWeek } from './rollup.ts';
import { weekAfter, weekOf, weeksFrom } from './week.ts';

/** What was under way at midnight has arrived by then. */
const GRACE = HOUR;

type SumDeps = Pick<AdoptionDeps, 'rollups' | 'facts'>;
export type ClosingDeps = HeadcountDeps & SumDeps & Pick<AdoptionDeps, 'clock' | 'time'>;

/** Sums every week that is over and says what reports may show of it; answers how many. Safe to run twice and beside itself. */
export const closeWeeks = async (deps: ClosingDeps): Promise<number> => {
  const { rollups, facts, clock, time } = deps;
  const running = weekOf(time.localDate(new Date(clock().getTime() - GRACE)));
  const last = await rollups.last();
  const first = last === null ? await facts.firstWeek() : weekAfter(last);
  const weeks = first === null ? [] : weeksFrom(first, weekAfter(running, -1));
  for (const week of weeks) await sumNow(await rollups.addHeadcount(await headcount(week, deps)), deps);
  await publishWhatIsNew(deps);
  return weeks.length;
};

/** Makes all sums anew from the facts; they come out as they were. Answers how many. */
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
