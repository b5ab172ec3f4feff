import type { NudgeTextId } from '../ids.ts';
import type { Week } from '../time/iso-week.ts';
import { textsOfWeek } from './choose-text.ts';
import type { NudgeDeps } from './deps.ts';
import { type EventDeps, eventsOfWeek } from './events-of-week.ts';
import { principleOf } from './principle-of-week.ts';
import { NO_COUNTS, type Run } from './run.ts';

/** Upper limit of earlier runs to read: more than a library holds for one principle. */
const MAX_EARLIER_RUNS = 200;

export type RunOfDeps = Pick<NudgeDeps, 'runs' | 'library'> & EventDeps;

/** The stored run of a week, or a new one as it would begin now. */
export const runOf = async (week: Week, deps: RunOfDeps): Promise<Run> =>
  (await deps.runs.get(week)) ?? {
    _id: week,
    rev: 0,
    state: 'previewed',
    paused: false,
    texts: await textsFor(week, [], deps),
    skipped: [],
    events: await eventsOfWeek(week, deps),
    cursor: '',
    counts: NO_COUNTS,
  };

/** A week's texts without the skipped ones, as long as others are left. */
export const textsFor = async (
  week: Week,
  skipped: readonly NudgeTextId[],
  { runs, library }: Pick<NudgeDeps, 'runs' | 'library'>,
): Promise<Run['texts']> => {
  const earlier = (await runs.newest(MAX_EARLIER_RUNS)).filter(({ _id, state }) => _id !== week && state === 'planned');
  const texts = earlier.map((run) => run.texts);
  return textsOfWeek(library, principleOf(week), texts, skipped);
};
