import type { NudgeDeps } from './deps.ts';
import { weekOf } from './week.ts';

/** HR or an admin has paused what is sent this week. */
export const isRunHeld = async ({ runs, clock, time }: Pick<NudgeDeps, 'runs' | 'clock' | 'time'>): Promise<boolean> =>
  (await runs.get(weekOf(time.localDate(clock()))))?.paused === true;
