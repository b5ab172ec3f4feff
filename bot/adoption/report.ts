import type { Week } from '../time/iso-week.ts';
import type { AdoptionDeps } from './deps.ts';
import { MIN_GROUP_SIZE } from './disclosure/small-groups.ts';
import type { Publication } from './publication.ts';
import { runningWeek } from './running-week.ts';

/** The report for HR. `publication` is null until a week has closed. */
export type Report = {
  at: Date;
  publication: Publication | null;
  /** The current week. Its cases are rounded, because the exact number is published when the week closes. */
  running: { week: Week; asked: 0 | 'under-5' | { atLeast: number } };
};

/** Reads only sums, so the cost does not depend on the number of cases. */
export const readReport = async ({
  rollups,
  facts,
  clock,
  time,
}: Pick<AdoptionDeps, 'rollups' | 'facts' | 'clock' | 'time'>): Promise<Report> => {
  const at = clock();
  const publication = await rollups.lastPublished();
  const week = runningWeek(publication?._id ?? null, { clock, time });
  const asked = (await rollups.running(week)) ?? (await facts.count(week, 'asked'));
  return { at, publication, running: { week, asked: rounded(asked) } };
};

const rounded = (count: number): Report['running']['asked'] => {
  if (count === 0) return 0;
  return count < MIN_GROUP_SIZE ? 'under-5' : { atLeast: Math.floor(count / MIN_GROUP_SIZE) * MIN_GROUP_SIZE };
};
