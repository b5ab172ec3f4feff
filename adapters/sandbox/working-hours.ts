import type { WorkingTime } from '../../bot/time/working-time.ts';

/** What the page asks about the organisation's hours, with its holidays and closed days. */
export type WorkingHours = {
  open: boolean;
  /** When `open` changes next. */
  until: Date;
  /** Nine o'clock, or the opening after it, on the next working day; today if work has not begun. */
  nextMorning: Date;
  inTenDays: Date;
};

const MORNING = '09:00';
const DAYS = 10;

export const workingHoursAt = (now: Date, time: WorkingTime): WorkingHours => {
  const open = time.isOpen(now);
  const opening = time.nextOpen(now);
  const today = time.localDate(open ? now : opening);
  // Closing time of the n-th working day after the day before is that of the n-th from today on.
  const closing = time.addDays(new Date(time.at(today, '00:00').getTime() - 1), 1);
  const morningOf = (day: string): Date => time.nextOpen(time.at(day, MORNING));
  return {
    open,
    until: open ? closing : opening,
    nextMorning: morningOf(open ? time.localDate(time.addDays(now, 1)) : today),
    inTenDays: time.sameTimeAfter(now, DAYS),
  };
};
