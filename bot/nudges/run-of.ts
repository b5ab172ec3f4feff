import type { NudgeTextId } from '../ids.ts';
import type { Week } from '../time/iso-week.ts';
import { FIELDS_OF_WORK } from '../words.ts';
import { chosenIn, type TextDeps } from './candidates.ts';
import { textsOfWeek } from './choose-text.ts';
import type { NudgeDeps } from './deps.ts';
import { type EventDeps, eventsOfWeek } from './events-of-week.ts';
import { principleOf } from './principle-of-week.ts';
import { NO_COUNTS, type Run } from './run.ts';
import { isTold, toldAmong } from './told-texts.ts';

/** Upper limit of earlier runs to read: more than a library holds for one principle. */
const MAX_EARLIER_RUNS = 200;

export type RunOfDeps = TextDeps & Pick<NudgeDeps, 'runs'> & EventDeps;

/** The run of a week as it would be sent now: the stored one, or a new one. */
export const runOf = async (week: Week, deps: RunOfDeps): Promise<Run> => {
  const kept = await deps.runs.get(week);
  return kept === null ? newRun(week, deps) : withoutDropped(kept, deps);
};

const newRun = async (week: Week, deps: RunOfDeps): Promise<Run> => ({
  _id: week,
  rev: 0,
  state: 'previewed',
  paused: false,
  texts: await textsFor(week, [], deps),
  skipped: [],
  events: await eventsOfWeek(week, deps),
  cursor: '',
  counts: NO_COUNTS,
});

/** A run in which the library's choice stands for each story that is no longer told in the words that HR chose. */
export const withoutDropped = async (run: Run, deps: Pick<NudgeDeps, 'runs' | 'library' | 'stories'>): Promise<Run> => {
  const chosen = chosenIn(run).filter(isTold);
  if (chosen.length === 0) return run;
  const told = (await toldAmong(chosen, deps)).map(({ id }) => id);
  const isDropped = (id: NudgeTextId) => isTold(id) && !told.includes(id);
  if (!chosen.some(isDropped)) return run;
  const ordinary = await textsFor(run._id, run.skipped, deps);
  const texts = FIELDS_OF_WORK.map((field) => [
    field,
    isDropped(run.texts[field]) ? ordinary[field] : run.texts[field],
  ]);
  return {
    ...run,
    texts: Object.fromEntries(texts) as Run['texts'],
    instead: (run.instead ?? []).filter(({ by }) => !isDropped(by)),
  };
};

/** A week's texts without the skipped ones, as long as others are left. HR alone puts a story into a week. */
export const textsFor = async (
  week: Week,
  skipped: readonly NudgeTextId[],
  { runs, library }: Pick<NudgeDeps, 'runs' | 'library'>,
): Promise<Run['texts']> => {
  const earlier = (await runs.newest(MAX_EARLIER_RUNS)).filter(({ _id, state }) => _id !== week && state === 'planned');
  const texts = earlier.map((run) => run.texts);
  return textsOfWeek(library, principleOf(week), texts, skipped);
};
