import { FIELDS_OF_WORK, type FieldOfWork } from '../words.ts';
import type { TownEvent } from './town-event.ts';

/** How far ahead an event may be named, in days. */
const DAYS_AHEAD = 10;

/** The event that reach-out nudges name to each field of work; fields without one are missing. */
export type EventsOfRun = Partial<Record<FieldOfWork, TownEvent>>;

/**
 * Chooses a week's event for each field of work among those of the ten days after `day`: one that its words place in
 * the field, else one for everybody; one with a time before one that lasts all day; then the first. Never one of
 * another field (docs/rules.md, "The town's calendar").
 * @param day the day on which most people get the nudge, YYYY-MM-DD
 */
export const eventsOfRun = (events: readonly TownEvent[], day: string): EventsOfRun => {
  const until = dayAfter(day, DAYS_AHEAD);
  const coming = events.filter((event) => event.day > day && event.day <= until).toSorted(inOrder);
  return Object.fromEntries(
    FIELDS_OF_WORK.flatMap((field) => {
      const event = coming.find((near) => near.field === field) ?? coming.find((near) => near.field === 'all');
      return event === undefined ? [] : [[field, event]];
    }),
  );
};

/** The local day this many days later, YYYY-MM-DD. */
export const dayAfter = (day: string, days: number): string => {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
};

const inOrder = (a: TownEvent, b: TownEvent): number =>
  Number(a.at === null) - Number(b.at === null) ||
  compare(a.day, b.day) ||
  (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether an event still lies ahead of somebody at this moment. */
export const isAhead = ({ at, day }: TownEvent, now: Date, today: string): boolean =>
  at === null ? day >= today : at > now;
