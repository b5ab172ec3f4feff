import { decodeHTML } from 'entities';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { type FeedEvent, UnreadableFeed } from '../../bot/nudges/town-event.ts';
import { datesOfEntry } from './dates-of-entry.ts';
import { type Entry, entryOf, textIn, timeIn } from './entry.ts';
import { dayOf, momentOf } from './wall-time.ts';

/** Local days, both included, in the municipality's time zone. */
export type Window = { from: string; until: string; timeZone: string };

const MAX_ENTRIES = 10_000;
/** More than nudges can name. */
const MAX_EVENTS = 400;
/** In characters; what is longer is no title. */
const MAX_TEXT = 500;

/** What people write before the title of an event that they call off, and leave in the calendar. */
const CALLED_OFF = /^\P{L}*(?:aflyst|aflyses|udsat|udskudt|annulleret|cancell?ed|postponed)(?!\p{L})/iu;

/**
 * The public events of a calendar that begin in a window, the soonest first. An entry that cannot be read is left out.
 * @throws UnreadableFeed when the calendar cannot be read, or no entry of it
 */
export const publicEvents = (text: string, window: Window): FeedEvent[] => {
  const components = calendarsIn(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  if (components.length > MAX_ENTRIES) throw new UnreadableFeed('many', `it holds ${components.length} entries`);
  const entries = components.flatMap((component) => read(() => entryOf(component, window.timeZone)) ?? []);
  if (entries.length === 0 && components.length > 0) throw new UnreadableFeed('broken', 'no entry of it can be read');
  return grouped(entries, ({ uid }) => uid)
    .flatMap((group) => read(() => eventsOf(group, window)) ?? [])
    .filter(({ day }) => day >= window.from && day <= window.until)
    .sort(inOrder)
    .slice(0, MAX_EVENTS);
};

const calendarsIn = (text: string): ICAL.Component[] => {
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed)) return [];
    return (Array.isArray(parsed[0]) ? parsed : [parsed]).map((calendar) => new ICAL.Component(calendar));
  } catch (error) {
    const readable = oneByOne(text);
    if (readable.length > 0) return readable;
    throw new UnreadableFeed('broken', `its form is broken (${error instanceof Error ? error.name : typeof error})`);
  }
};

/** The library reads a whole calendar or nothing: where an entry breaks it, each is read alone, after what comes first. */
const oneByOne = (text: string): ICAL.Component[] => {
  const [head = '', ...blocks] = text.split(/^(?=BEGIN:VEVENT\s*$)/imu);
  if (blocks.length > MAX_ENTRIES) throw new UnreadableFeed('many', `it holds ${blocks.length} entries`);
  return blocks.flatMap((block) => {
    const [entry = ''] = block.split(/^(?<=END:VEVENT\s*\n)/imu);
    const calendar = read(() => ICAL.parse(`${head}${entry}END:VCALENDAR\r\n`));
    return Array.isArray(calendar) ? [new ICAL.Component(calendar)] : [];
  });
};

/** The library throws at entries that it cannot read; one of them spoils no other. */
const read = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error;
    return null;
  }
};

/** The dates of all entries of one id: a series, and the dates of it that differ. */
const eventsOf = (group: readonly Entry[], window: Window): FeedEvent[] => {
  const [series] = newestFirst(group.filter(({ replaces }) => replaces === null));
  const dates = group.filter(({ replaces }) => replaces !== null);
  const changed = grouped(dates, ({ replaces }) => replaces ?? '').flatMap((versions) =>
    newestFirst(versions).slice(0, 1),
  );
  if (series !== undefined && !isPublic(series.component)) return [];
  const told = new Set(changed.flatMap(({ replaces }) => replaces ?? []));
  return [...(series === undefined ? [] : [series]), ...changed]
    .filter(({ component }) => isPublic(component))
    .flatMap((entry) =>
      datesOfEntry(entry, window, entry === series ? told : new Set()).map((start) =>
        eventOn(start, entry, series ?? entry, window.timeZone),
      ),
    )
    .filter(({ title }) => !CALLED_OFF.test(title));
};

const grouped = (entries: readonly Entry[], by: (entry: Entry) => string): Entry[][] => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(by(entry));
    if (group === undefined) groups.set(by(entry), [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
};

const newestFirst = (entries: readonly Entry[]): Entry[] => entries.toSorted((a, b) => b.sequence - a.sequence);

/** Whatever class a calendar has made up itself counts as private (RFC 5545, 3.8.1.3). */
const isPublic = (component: ICAL.Component): boolean =>
  ['', 'PUBLIC'].includes(textIn(component, 'class').trim().toUpperCase()) &&
  textIn(component, 'status').trim().toUpperCase() !== 'CANCELLED';

const eventOn = (start: ICAL.Time, { component, zone, uid }: Entry, series: Entry, timeZone: string): FeedEvent => {
  const { day, at } = momentOf(start, zone, timeZone);
  const text = (name: string) =>
    decodeHTML((textIn(component, name) || textIn(series.component, name)).slice(0, MAX_TEXT));
  const [own, ofSeries] = [component, series.component].map((from) => from.getAllProperties('categories'));
  const categories = (own?.length ? own : (ofSeries ?? [])).flatMap((property) => property.getValues());
  return {
    uid,
    title: text('summary'),
    place: text('location'),
    categories: categories.join(' ').slice(0, MAX_TEXT),
    day,
    lastDay: at === null ? lastDayOf(component, day) : day,
    at,
  };
};

/** An event of whole days ends on the day before its end (RFC 5545, 3.6.1). */
const lastDayOf = (component: ICAL.Component, day: string): string => {
  const [start, end] = [timeIn(component, 'dtstart')?.time, timeIn(component, 'dtend')?.time];
  const days = start !== undefined && end?.isDate ? daysBetween(dayOf(start), dayOf(end)) - 1 : 0;
  return days > 0 ? (DateTime.fromISO(day).plus({ days }).toISODate() ?? day) : day;
};

const daysBetween = (from: string, to: string): number =>
  Math.round(DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days);

const inOrder = (a: FeedEvent, b: FeedEvent): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0);
