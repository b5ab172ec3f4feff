import type { Clock } from './clock.ts';
import { type Week, weekOf } from './iso-week.ts';
import type { WorkingTime } from './working-time.ts';

/** The current ISO week in the organisation's time zone. */
export const thisWeek = ({ clock, time }: { clock: Clock; time: Pick<WorkingTime, 'localDate'> }): Week =>
  weekOf(time.localDate(clock()));
