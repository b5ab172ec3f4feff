import type { NudgeDeps } from './deps.ts';
import { thisWeek } from './this-week.ts';

/** HR or an admin has paused what is sent this week. */
export const isRunHeld = async (deps: Pick<NudgeDeps, 'runs' | 'clock' | 'time'>): Promise<boolean> =>
  (await deps.runs.get(thisWeek(deps)))?.paused === true;
