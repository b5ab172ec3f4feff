import type { AdoptionDeps } from './deps.ts';
import { LEAST } from './disclosure/least.ts';
import type { Publication } from './publication.ts';
import { runningWeek } from './running-week.ts';
import type { Week } from './week.ts';

/** What HR reads. Null: no week has closed yet. */
export type Report = {
  at: Date;
  publication: Publication | null;
  /** The week that is not over. Its cases are told roughly, for the week's own number comes when it closes. */
  running: { week: Week; asked: 0 | 'under-5' | { atLeast: number } };
};

/** Reads sums only, so it costs the same however many cases there are. */
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
  return { at, publication, running: { week, asked: roughly(asked) } };
};

const roughly = (count: number): Report['running']['asked'] => {
  if (count === 0) return 0;
  return count < LEAST ? 'under-5' : { atLeast: Math.floor(count / LEAST) * LEAST };
};
