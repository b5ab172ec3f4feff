import type { Speech } from '../../speech.ts';

/** Small groups are not counted, and the others only in fives, so that nobody can tell who stopped or paused. */
export const inFives = (count: number, { t, number }: Speech): string =>
  count < 5 ? t.nudges.run.few : t.nudges.run.about(number(Math.round(count / 5) * 5));
