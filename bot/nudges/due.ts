import { dayIn, type Week, weekAfter, weekOf } from '../time/iso-week.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { openingOf } from './slot.ts';

/** The hour in which people are welcomed. HR gets the preview from its start. */
const WELCOME_HOUR = ['09:00', '10:00'] as const;

export type Due = {
  /** The week whose run has begun; null before its first working hour, or when the whole week is closed. */
  run: Week | null;
  welcomes: boolean;
  /** The week to preview to HR and admins; null when it is too early. */
  preview: Week | null;
};

/** What is due for the weekly principle at this moment. */
export const due = (now: Date, time: WorkingTime): Due => {
  const today = time.localDate(now);
  const week = weekOf(today);
  const opening = openingOf(week, time);
  const [from, until] = WELCOME_HOUR.map((hour) => time.at(today, hour));
  const inHour = time.isOpen(now) && from !== undefined && until !== undefined && from <= now && now < until;
  return {
    run: opening !== null && opening <= now ? week : null,
    welcomes: inHour,
    preview: time.isOpen(now) && now >= previewFrom(week, time) ? weekAfter(week) : null,
  };
};

/** Thursday at nine, or the next opening when Thursday is closed. */
const previewFrom = (week: Week, time: WorkingTime): Date => {
  const thursday = time.at(dayIn(week, 'thu'), WELCOME_HOUR[0]);
  return time.isOpen(thursday) ? thursday : time.nextOpen(thursday);
};
