import { DAY } from '../time/units.ts';
import type { WorkingTime } from '../time/working-time.ts';

/** A draft lives for two working days after the day of its latest line (docs/rules.md, "Drafts"). */
const KEPT_WORKING_DAYS = 2;
/** The writer is reminded in the last day's first hour of work, a working day before its end. */
const REMINDED_AFTER_MINUTES = 60;

/** When a draft ends whose latest line was written at `at`, and when its writer is reminded. */
export const draftTimes = (at: Date, time: WorkingTime): { keptUntil: Date; remindAt: Date } => {
  const lastDay = time.localDate(time.addDays(at, KEPT_WORKING_DAYS));
  return {
    keptUntil: time.at(dayAfter(lastDay), '00:00'),
    remindAt: time.promise(time.at(lastDay, '00:00'), REMINDED_AFTER_MINUTES),
  };
};

/** The last day on which a draft can be sent. */
export const lastDayOf = ({ keptUntil }: { keptUntil: Date }, time: WorkingTime): string =>
  time.localDate(new Date(keptUntil.getTime() - 1));

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
