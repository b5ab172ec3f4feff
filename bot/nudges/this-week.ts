import type { Clock } from '../time/clock.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { type Week, weekOf } from './week.ts';

/** The current ISO week in the organisation's time zone. */
export const thisWeek = ({ clock, time }: { clock: Clock; time: Pick<WorkingTime, 'localDate'> }): Week =>
  weekOf(time.localDate(clock()));
