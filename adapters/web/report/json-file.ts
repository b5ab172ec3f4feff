import type { Report } from '../../../bot/adoption/report.ts';
import type { Speech } from '../../../cards/speech.ts';

/** Everything the page shows, for programs. A count is a number, "under-5" or "hidden"; null is too few to show. */
export const jsonFile = ({ at, publication, running }: Report, { t }: Speech) => ({
  at: at.toISOString(),
  week: publication?._id ?? null,
  periods: publication?.periods ?? [],
  weeks: publication?.series ?? [],
  running: { ...running, unfinished: true },
  definitions: t.report.sections,
});
