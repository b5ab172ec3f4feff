import type { Report } from '../../../bot/adoption/report.ts';
import type { Speech } from '../../../cards/speech.ts';

/** The report as JSON. A count is a number or `{"under": 5}`; null means too few to show. */
export const jsonFile = ({ at, publication, running }: Report, { t }: Speech) => ({
  at: at.toISOString(),
  week: publication?._id ?? null,
  periods: publication?.periods ?? [],
  weeks: publication?.series ?? [],
  running: { ...running, unfinished: true },
  definitions: t.report.sections,
});
