import type { NewestStories } from '../stories/port.ts';
import type { Week } from '../time/iso-week.ts';
import type { AdoptionDeps } from './deps.ts';
import type { Period } from './periods.ts';
import type { Publication } from './publication.ts';
import { runningWeek } from './running-week.ts';
import { MIN_GROUP_SIZE, type Shown, shown } from './small-groups.ts';
import { type StoryShown, storiesShown } from './stories-shown.ts';

/** The report for HR. `publication` is null until a week has closed. */
export type Report = {
  at: Date;
  publication: Publication | null;
  /** The current week. Its cases are counted once a day and rounded; null in a workplace too small to tell. */
  /** Those that head it, for each period. */
  stories: Record<Period, StoryShown[]>;
  running: { week: Week; asked: Exclude<Shown, number> | 0 | { atLeast: number } | null };
};

/** Reads only sums and a few stories, so the cost does not depend on the number of cases. */
export const readReport = async ({
  rollups,
  stories,
  clock,
  time,
}: Pick<AdoptionDeps, 'rollups' | 'clock' | 'time'> & {
  stories: Pick<NewestStories, 'newestUnder'>;
}): Promise<Report> => {
  const publication = await rollups.lastPublished();
  const week = runningWeek(publication?._id ?? null, { clock, time });
  const counted = await rollups.running();
  const asked = counted?.week === week ? counted.asked : null;
  return {
    at: clock(),
    publication,
    stories: await storiesShown({ stories, clock, time }),
    running: { week, asked: asked === null ? null : rounded(asked) },
  };
};

const rounded = (count: number): Report['running']['asked'] => {
  const told = shown(count);
  if (typeof told !== 'number') return told;
  return told === 0 ? 0 : { atLeast: Math.floor(told / MIN_GROUP_SIZE) * MIN_GROUP_SIZE };
};
