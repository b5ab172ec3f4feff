import ICAL from 'ical.js';
import { type Entry, keysOf, takenOut } from './entry.ts';
import type { Window } from './public-events.ts';
import { onTheWall } from './wall-time.ts';

/** More dates than a daily event has in fifty years. */
const MAX_STEPS = 20_000;
/** No event of a town comes more than once a day; such a rule is a mistake, or means harm. */
const TOO_OFTEN = ['SECONDLY', 'MINUTELY', 'HOURLY'];

/**
 * The beginnings of an entry in a window, and maybe some before it, without those taken out of its series or told by an
 * entry of their own.
 * @param told the dates that have entries of their own
 */
export const datesOfEntry = (
  entry: Entry,
  { from, until, timeZone }: Window,
  told: ReadonlySet<string>,
): ICAL.Time[] => {
  const { component, start, zone } = entry;
  if (!component.hasProperty('rrule') && !component.hasProperty('rdate')) return [start];
  const rules = component.getAllProperties('rrule');
  for (const property of rules) {
    const rule: unknown = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur) || TOO_OFTEN.includes(rule.freq) || !(rule.interval >= 1)) return [];
    endOnTheWall(property, rule, start, zone);
  }
  const left = new Set([...takenOut(entry, timeZone), ...told]);
  component.removeAllProperties('exdate');
  const dates: ICAL.Time[] = [];
  const expansion = new ICAL.RecurExpansion({ component, dtstart: nearer(start, rules, from) });
  const end = lastTime(until);
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = expansion.next();
    if (!next || next.compareDateOnlyTz(end, ICAL.Timezone.localTimezone) > 0) break;
    if (!keysOf(next, zone).some((key) => left.has(key))) dates.push(next.clone());
  }
  return dates;
};

/**
 * The library does not know the zone of a wall clock that the calendar only names, so the end is put on that clock. A
 * day without a time means the whole day.
 */
const endOnTheWall = (property: ICAL.Property, rule: ICAL.Recur, start: ICAL.Time, zone: string | null): void => {
  const { until } = rule;
  if (!until || start.isDate) return;
  const isInUtc = until.zone === ICAL.Timezone.utcTimezone;
  if (!until.isDate && (!isInUtc || zone === null || zone === 'utc')) return;
  const ends = rule.clone();
  ends.until = until.isDate || zone === null ? endOfDay(until, start) : onTheWall(until, zone);
  property.setValue(ends);
};

const endOfDay = ({ year, month, day }: ICAL.Time, { zone }: ICAL.Time): ICAL.Time =>
  new ICAL.Time(
    { year, month, day, hour: 23, minute: 59, second: 59, isDate: false },
    zone ?? ICAL.Timezone.localTimezone,
  );

/** How many days lie between two dates of a rule that is as simple as most are; null for others. */
const daysApart = ({ freq, interval, count }: ICAL.Recur): number | null => {
  if (count !== null) return null;
  if (freq === 'DAILY') return interval;
  return freq === 'WEEKLY' ? interval * 7 : null;
};

/** A series of many years begins nearer to the window, as many steps on, so that its past costs nothing. */
const nearer = (start: ICAL.Time, rules: readonly ICAL.Property[], from: string): ICAL.Time => {
  const [rule, ...more] = rules.map((property): unknown => property.getFirstValue());
  const step = rule instanceof ICAL.Recur && more.length === 0 ? daysApart(rule) : null;
  const days = ICAL.Time.fromDateString(from).subtractDateTz(dayOnly(start)).toSeconds() / SECONDS_IN_A_DAY;
  const steps = step === null ? 0 : Math.floor(days / step) - 1;
  if (step === null || steps <= 0) return start;
  const near = start.clone();
  near.adjust(steps * step, 0, 0, 0);
  return near;
};

const SECONDS_IN_A_DAY = 24 * 60 * 60;

const dayOnly = ({ year, month, day }: ICAL.Time): ICAL.Time =>
  new ICAL.Time({ year, month, day, isDate: true }, ICAL.Timezone.localTimezone);

/** A day later, because the wall clock of another zone may be a day ahead. */
const lastTime = (until: string): ICAL.Time => {
  const day = ICAL.Time.fromDateString(until);
  day.adjust(1, 0, 0, 0);
  return day;
};
