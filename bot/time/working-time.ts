import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { Organisation } from '../organisation.ts';

/** Time as a municipality works it: its hours, Danish public holidays, and its closed days. */
export type WorkingTime = {
  isOpen(at: Date): boolean;
  /** `at` itself when open. */
  nextOpen(at: Date): Date;
  /** So many working minutes later. What ends exactly at closing time stays there. */
  addMinutes(at: Date, minutes: number): Date;
  /** Closing time of the n-th working day after the day of `at`. */
  addDays(at: Date, days: number): Date;
  /** The moment of a local day and time, YYYY-MM-DD and HH:MM. */
  at(day: string, time: string): Date;
  /** The organisation's own day, YYYY-MM-DD. */
  localDate(at: Date): string;
};

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** No organisation is closed for two years on end. */
const MOST_DAYS = 800;

export const createWorkingTime = ({
  timeZone,
  hours,
  closedDays,
}: Pick<Organisation, 'timeZone' | 'hours' | 'closedDays'>): WorkingTime => {
  const closed = new Set(closedDays);
  const holidays = holidaysOf();
  const local = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone });

  /** The opening hours of a local day; null when it is closed. */
  const openOn = (day: DateTime): { from: DateTime; to: DateTime } | null => {
    const date = day.toISODate() ?? '';
    const name = WEEKDAYS[day.weekday - 1];
    const span = name === undefined ? undefined : hours[name];
    if (span === undefined || closed.has(date) || holidays(day.year).has(date)) return null;
    const clock = (time: string) => DateTime.fromISO(`${date}T${time}`, { zone: timeZone });
    return { from: clock(span[0]), to: clock(span[1]) };
  };

  /** The open spans from a moment on, the first one cut to it. */
  function* spansFrom(at: Date) {
    const start = local(at);
    for (let i = 0; i < MOST_DAYS; i++) {
      const span = openOn(start.startOf('day').plus({ days: i }));
      if (span !== null && span.to > start) yield { from: span.from > start ? span.from : start, to: span.to };
    }
    throw new Error('the organisation has no open hours for two years');
  }

  return {
    isOpen: (at) => {
      const span = openOn(local(at));
      return span !== null && span.from <= local(at) && local(at) < span.to;
    },
    nextOpen: (at) => {
      for (const { from } of spansFrom(at)) return from.toJSDate();
      return at;
    },
    addMinutes: (at, minutes) => {
      let left = minutes;
      for (const { from, to } of spansFrom(at)) {
        const length = to.diff(from, 'minutes').minutes;
        if (left <= length) return from.plus({ minutes: left }).toJSDate();
        left -= length;
      }
      return at;
    },
    addDays: (at, days) => {
      let left = days;
      const tomorrow = local(at).startOf('day').plus({ days: 1 }).toJSDate();
      for (const { to } of spansFrom(tomorrow)) if (--left === 0) return to.toJSDate();
      return at;
    },
    at: (day, time) => DateTime.fromISO(`${day}T${time}`, { zone: timeZone }).toJSDate(),
    localDate: (at) => local(at).toISODate() ?? '',
  };
};

const holidaysOf = () => {
  const calendar = new Holidays('DK');
  const years = new Map<number, Set<string>>();
  return (year: number): Set<string> => {
    let days = years.get(year);
    if (days === undefined) {
      days = new Set(
        calendar
          .getHolidays(year)
          .filter(({ type }) => type === 'public')
          .map(({ date }) => date.slice(0, 10)),
      );
      years.set(year, days);
    }
    return days;
  };
};
