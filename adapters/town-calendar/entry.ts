import type ICAL from 'ical.js';
import { dayOf, instantOf, zoneOf } from './wall-time.ts';

/** One VEVENT of a calendar: a single event, a series, or one date of a series that differs from it. */
export type Entry = {
  component: ICAL.Component;
  uid: string;
  start: ICAL.Time;
  zone: string | null;
  /** Which date of a series it is, as `keysOf` gives it; null when it is no such date. */
  replaces: string | null;
  sequence: number;
};

/** What begins before is a mistake, or is meant to make work: each of its dates would be counted. */
const FIRST_YEAR = 1970;

/** Null for an entry without a beginning. @throws what the library throws at an entry that it cannot read */
export const entryOf = (component: ICAL.Component, timeZone: string): Entry | null => {
  const start = timeIn(component, 'dtstart');
  if (start === null || start.time.year < FIRST_YEAR) return null;
  const replaced = timeIn(component, 'recurrence-id');
  const zone = zoneOf(start.time, start.tzid, timeZone);
  const uid = textIn(component, 'uid') || `${textIn(component, 'summary')} ${start.time.toString()}`;
  const sequence = Number(component.getFirstPropertyValue('sequence')) || 0;
  const replaces = replaced === null ? null : keyOf(replaced.time, zoneOf(replaced.time, replaced.tzid, timeZone));
  return { component, uid, start: start.time, zone, replaces, sequence };
};

/** Tells a date of a series: its moment, or its day when it has no time. */
const keyOf = (time: ICAL.Time, zone: string | null): string =>
  time.isDate ? dayOf(time) : String(instantOf(time, zone).getTime());

/** A date with a time is also meant by its day alone, as some calendars write it. */
export const keysOf = (time: ICAL.Time, zone: string | null): string[] => [keyOf(time, zone), dayOf(time)];

/** The dates that were taken out of a series. */
export const takenOut = ({ component }: Entry, timeZone: string): Set<string> =>
  new Set(
    component.getAllProperties('exdate').flatMap((property) => {
      const tzid = property.getFirstParameter('tzid') ?? null;
      return property
        .getValues()
        .flatMap((value: unknown) => (isTime(value) ? [keyOf(value, zoneOf(value, tzid, timeZone))] : []));
    }),
  );

export const timeIn = (component: ICAL.Component, name: string): { time: ICAL.Time; tzid: string | null } | null => {
  const property = component.getFirstProperty(name);
  const time: unknown = property?.getFirstValue();
  return property && isTime(time) ? { time, tzid: property.getFirstParameter('tzid') ?? null } : null;
};

const isTime = (value: unknown): value is ICAL.Time =>
  typeof value === 'object' && value !== null && 'icalclass' in value && value.icalclass === 'icaltime';

export const textIn = (component: ICAL.Component, name: string): string => {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
};
