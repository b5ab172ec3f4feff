import { weekAfter, weekOf } from '../time/iso-week.ts';
import { HOUR } from '../time/units.ts';
import type { AdoptionDeps } from './deps.ts';
import { drawWeek } from './draw-week.ts';
import type { Headcount } from './fact.ts';
import { type HeadcountDeps, headcount } from './headcount.ts';
import { publicationOf } from './publish.ts';
import type { Block, PublishedWeek } from './published-week.ts';
import { sumWeek } from './rollup.ts';
import { weeksFrom } from './week.ts';

/** Time after midnight, in milliseconds, for what was under way to arrive. */
const GRACE_MS = HOUR;

type SumDeps = Pick<AdoptionDeps, 'rollups' | 'facts'>;
export type ClosingDeps = HeadcountDeps & SumDeps & Pick<AdoptionDeps, 'clock' | 'time' | 'noise'>;

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
  await publishNewWeeks(deps);
  return weeks.length;
};

/**
 * Rebuilds all rollups from the facts, and the report from what was published, with the same result. Weeks that were
 * not published yet wait for the bot, which has the key. Returns how many rollups there are.
 */
export const rebuildRollups = async (deps: SumDeps): Promise<number> => {
  const { rollups } = deps;
  await rollups.clear();
  const heads = await rollups.headcounts();
  for (const head of heads) await sumNow(head, deps);
  await publish(await rollups.drawn(), deps);
  return heads.length;
};

const sumNow = async (head: Headcount, { rollups, facts }: SumDeps): Promise<void> =>
  rollups.add(sumWeek(head, await facts.ofWeek(head._id)));

/** Draws what may be shown of the weeks that closed, and publishes the last. */
export const publishNewWeeks = async (deps: Pick<ClosingDeps, 'rollups' | 'noise'>): Promise<void> => {
  const { rollups } = deps;
  const [last, published] = [await rollups.last(), await rollups.lastPublished()];
  if (last !== null && published?._id !== last) await publish(await drawWeeks(deps), deps);
};

/** Every closed week as it was drawn; draws those that are new, each once. */
const drawWeeks = async ({ rollups, noise }: Pick<ClosingDeps, 'rollups' | 'noise'>): Promise<PublishedWeek[]> => {
  const [all, drawn] = [await rollups.all(), await rollups.drawn()];
  const known = new Map(drawn.map((week) => [week._id, week]));
  const weeks: PublishedWeek[] = [];
  let before: Block | null = null;
  for (const [at, { _id }] of all.entries()) {
    const week: PublishedWeek =
      known.get(_id) ?? (await rollups.keepDrawn(drawWeek(all.slice(0, at + 1), before, noise)));
    before = week.block ?? before;
    weeks.push(week);
  }
  return weeks;
};

const publish = async (weeks: readonly PublishedWeek[], { rollups }: Pick<SumDeps, 'rollups'>): Promise<void> => {
  if (weeks.length > 0) await rollups.publish(publicationOf(weeks));
};
