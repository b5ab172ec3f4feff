import { thisWeek } from '../time/this-week.ts';
import type { NudgeDeps } from './deps.ts';

/** Whether HR or an admin has paused this week's run. */
export const isRunPaused = async (deps: Pick<NudgeDeps, 'runs' | 'clock' | 'time'>): Promise<boolean> =>
  (await deps.runs.get(thisWeek(deps)))?.paused === true;
