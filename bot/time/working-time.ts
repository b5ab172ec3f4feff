import { DateTime } from 'luxon';
import type { Organisation } from '../organisation.ts';
import { createHolidays } from './holidays.ts';
import { MINUTE } from './units.ts';
import { zoneNamed } from './zone.ts';

/** Time in a municipality's working hours, without Danish public holidays and its closed days. */
export type WorkingTime = {
  isOpen(at: Date): boolean;
  /** The next moment when the organisation is open; `at` itself if it is. */
  nextOpen(at: Date): Date;
  /** The moment `workingMinutes` later. One that falls exactly on closing time stays there. */
  addMinutes(at: Date, workingMinutes: number): Date;
  /**
   * The moment to promise to somebody: `addMinutes`, rounded up to the next quarter of an hour that lies in working
   * hours, or exactly on closing time (docs/rules.md, "Promises").
   */
  promise(at: Date, workingMinutes: number): Date;
  /** Closing time of the n-th working day after the day of `at`. */
  addDays(at: Date, workingDays: number): Date;
  /** The same time of day on the n-th working day after `at`, or closing time if that comes first. */
  sameTimeAfter(at: Date, workingDays: number): Date;
  /** Working minutes from `a` to `b`, with fractions; 0 when `b` is not later. */
  minutesBetween(a: Date, b: Date): number;
  /** Whether the organisation opens on a local day, YYYY-MM-DD; false for an invalid day. */
  isWorkingDay(localIsoDate: string): boolean;
  /** The moment of a local day and time, YYYY-MM-DD and HH:MM; an invalid date for anything else. */
  at(day: string, time: string): Date;
  /** The day in the organisation's time zone, YYYY-MM-DD. */
  localDate(at: Date): string;
};

/** Start and end, in milliseconds since 1970. */
type Span = { from: number; to: number };

/** In the order of ISO weekdays, which begin with Monday. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies (keyof Organisation['hours'])[];
/** No organisation closes for two years on end: the settings are wrong, and searching on would find nothing. */
const MAX_CLOSED_DAYS = 731;
/** Upper limit in days: beyond it, somebody has mixed up units. */
const MAX_DAYS = 36_600;
const MAX_CACHED = 1000;
/** A week of hours so short that none holds a quarter: a promise is then as exact as the rule. */
const MAX_SPANS_WITHOUT_QUARTER = 8;

/**
 * Creates the working time of an organisation. Its functions throw RangeError for invalid dates, negative amounts, and
 * when nothing opens for two years.
 */
export const createWorkingTime = (
  { timeZone, hours, closedDays }: Pick<Organisation, 'timeZone' | 'hours' | 'closedDays'>,
  closed: { has(date: string): boolean } = new Set(closedDays),
): WorkingTime => {
  const zone = zoneNamed(timeZone);
  const isHoliday = createHolidays();
  const local = (at: Date): DateTime => {
    const moment = DateTime.fromJSDate(at, { zone });
    if (!moment.isValid) throw new RangeError('working time needs a valid date');
    return moment;
  };
  const moments = new Map<string, number>();
  /** Cached: a run asks about the same few moments for thousands of people. */
  const momentOf = (day: string, time: string): Date => {
    const named = `${day}T${time}`;
    let moment = moments.get(named);
    if (moment === undefined) {
      if (moments.size >= MAX_CACHED) moments.clear();
      moment = DateTime.fromISO(named, { zone }).toMillis();
      moments.set(named, moment);
    }
    return new Date(moment);
  };

  const known = new Map<string, Span | null>();
  const hoursOn = (date: string, weekday: number): Span | null => {
    const span = hours[WEEKDAYS[weekday - 1] ?? 'sun'];
    if (span === undefined || isHoliday(date)) return null;
    // In Nuuk the hour before midnight is skipped in spring, so a day's hours must end with the day.
    const midnight = DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf('day').toMillis();
    const from = momentOf(date, span[0]).getTime();
    const to = Math.min(momentOf(date, span[1]).getTime(), midnight);
    // Hours within the skipped hour do not exist.
    return from < to ? { from, to } : null;
  };
  /** Cached: every promise looks at the same few days, and time zone arithmetic is slow. */
  const spanOn = (day: DateTime): Span | null => {
    const date = dateOf(day);
    if (closed.has(date)) return null;
    let span = known.get(date);
    if (span === undefined) {
      if (known.size >= MAX_CACHED) known.clear();
      span = hoursOn(date, day.weekday);
      known.set(date, span);
    }
    return span;
  };

  /** Cached: most questions are about today. */
  let asked: { day: DateTime; from: number; to: number } | null = null;
  const dayOf = (at: Date): DateTime => {
    const moment = at.getTime();
    if (asked !== null && asked.from <= moment && moment < asked.to) return asked.day;
    const day = local(at).startOf('day');
    asked = { day, from: day.toMillis(), to: day.plus({ days: 1 }).startOf('day').toMillis() };
    return day;
  };

  /** The open spans from the day of `at`, in order. It ends with a RangeError, never silently. */
  function* spansFrom(at: Date): Generator<Span, never> {
    const first = dayOf(at);
    let without = 0;
    for (let i = 0; i <= MAX_DAYS; i++) {
      const span = spanOn(i === 0 ? first : first.plus({ days: i }));
      without = span === null ? without + 1 : 0;
      if (without > MAX_CLOSED_DAYS) throw new RangeError('the organisation has no open hours for two years');
      if (span !== null) yield span;
    }
    throw new RangeError('that is more than a hundred years of working time');
  }

  const nextOpen = (at: Date): Date => {
    const spans = spansFrom(at);
    let span = spans.next().value;
    while (span.to <= at.getTime()) span = spans.next().value;
    return span.from > at.getTime() ? new Date(span.from) : at;
  };

  const addMinutes = (at: Date, workingMinutes: number): Date => {
    let left = inRange(workingMinutes, 0, MAX_DAYS * 24 * 60) * MINUTE;
    const spans = spansFrom(at);
    for (;;) {
      const { from, to } = spans.next().value;
      const start = Math.max(from, at.getTime());
      if (start > to) continue;
      if (left <= to - start) return new Date(start + left);
      left -= to - start;
    }
  };

  /** The first quarter by the local clock, from `at` on, within hours or on closing time. */
  const quarterFrom = (at: Date): Date => {
    const spans = spansFrom(at);
    for (let looked = 0; looked < MAX_SPANS_WITHOUT_QUARTER; looked++) {
      const { from, to } = spans.next().value;
      const quarter = roundUp(Math.max(from, at.getTime()), local(at).offset * MINUTE);
      if (quarter <= to) return new Date(quarter);
    }
    return at;
  };

  return {
    nextOpen,
    isOpen: (at) => {
      const span = spanOn(dayOf(at));
      return span !== null && span.from <= at.getTime() && at.getTime() < span.to;
    },
    addMinutes,
    promise: (at, workingMinutes) => quarterFrom(addMinutes(at, workingMinutes)),
    addDays: (at, workingDays) => {
      const days = inRange(workingDays, 1, MAX_DAYS);
      const tomorrow = local(at).startOf('day').plus({ days: 1 }).toJSDate();
      const spans = spansFrom(tomorrow);
      for (let passed = 1; passed < days; passed++) spans.next();
      return new Date(spans.next().value.to);
    },
    sameTimeAfter: (at, workingDays) => {
      const days = inRange(workingDays, 1, MAX_DAYS);
      const start = local(nextOpen(at));
      const spans = spansFrom(start.startOf('day').plus({ days: 1 }).toJSDate());
      for (let passed = 1; passed < days; passed++) spans.next();
      const { from, to } = spans.next().value;
      const { hour, minute, second, millisecond } = start;
      const time = local(new Date(from)).set({ hour, minute, second, millisecond }).toMillis();
      return new Date(Math.min(Math.max(time, from), to));
    },
    minutesBetween: (a, b) => {
      const end = local(b).toMillis();
      if (local(a).toMillis() >= end) return 0;
      let sum = 0;
      for (const { from, to } of spansFrom(a)) {
        if (from >= end) break;
        sum += Math.max(0, Math.min(to, end) - Math.max(from, a.getTime()));
      }
      return sum / MINUTE;
    },
    isWorkingDay: (date) => {
      const hoursKnown = known.get(date);
      if (hoursKnown !== undefined) return hoursKnown !== null && !closed.has(date);
      const day = DateTime.fromISO(date, { zone });
      return day.isValid && dateOf(day) === date && spanOn(day) !== null;
    },
    at: momentOf,
    localDate: (at) => dateOf(local(at)),
  };
};

/** Rounds up to a quarter of an hour by a clock that is `offset` milliseconds ahead of UTC. */
const roundUp = (moment: number, offset: number): number =>
  Math.ceil((moment + offset) / (15 * MINUTE)) * 15 * MINUTE - offset;

const dateOf = (day: DateTime): string => day.toISODate() ?? '';

const inRange = (amount: number, min: number, max: number): number => {
  if (amount >= min && amount <= max) return amount;
  throw new RangeError(`working time cannot be moved by ${amount}`);
};
