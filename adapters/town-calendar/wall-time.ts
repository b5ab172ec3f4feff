import ICAL from 'ical.js';
import { DateTime, IANAZone } from 'luxon';

/** A local day in the municipality's time zone, and the moment on it; null when all day is meant. */
export type Moment = { day: string; at: Date | null };

/** "/mozilla.org/20050126_1/Europe/Copenhagen" and the like name a zone at their end. */
const AT_THE_END = /([A-Za-z_]+\/[A-Za-z_]+)$/;

/**
 * The zone that a time of the calendar is in: UTC, one that everybody knows, or one that the calendar brings along under
 * a name of its own ("Romance Standard Time"); null for the last. A time without any is the municipality's.
 */
export const zoneOf = (time: ICAL.Time, tzid: string | null, timeZone: string): string | null => {
  if (time.zone === ICAL.Timezone.utcTimezone) return 'utc';
  const known = [tzid, tzid?.match(AT_THE_END)?.[1]].find((name) => name && IANAZone.isValidZone(name));
  if (known) return known;
  const isBroughtAlong = time.zone !== null && time.zone !== ICAL.Timezone.localTimezone;
  return isBroughtAlong ? null : timeZone;
};

/** The moment that a wall clock in this zone shows. */
export const instantOf = (time: ICAL.Time, zone: string | null): Date => {
  if (zone === null) return new Date(time.toUnixTime() * 1000);
  const { year, month, day, hour, minute, second } = time;
  return DateTime.fromObject({ year, month, day, hour, minute, second: Math.min(second, 59) }, { zone }).toJSDate();
};

export const dayOf = ({ year, month, day }: ICAL.Time): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

export const momentOf = (time: ICAL.Time, zone: string | null, timeZone: string): Moment => {
  if (time.isDate) return { day: dayOf(time), at: null };
  const at = instantOf(time, zone);
  return { day: DateTime.fromJSDate(at, { zone: timeZone }).toISODate() ?? '', at };
};

/** What the wall clock of a zone shows at a moment given in UTC, as a time without a zone. */
export const onTheWall = (time: ICAL.Time, zone: string): ICAL.Time => {
  const { year, month, day, hour, minute, second } = DateTime.fromJSDate(instantOf(time, 'utc'), { zone });
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone);
};
