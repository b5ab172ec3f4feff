import { dayIn, type Week } from '../time/iso-week.ts';
import { type EventsOfRun, eventsOfRun } from './choose-event.ts';
import type { NudgeDeps } from './deps.ts';
import { DEFAULT_SLOT, NO_WISHES } from './reader.ts';
import { slotIn } from './slot.ts';
import type { TownEvent, TownFeed } from './town-event.ts';

export type EventDeps = Pick<NudgeDeps, 'townCalendar' | 'time'> & { townFeed: Pick<TownFeed, 'source'> | null };

/** The day on which most people get a week's nudge, YYYY-MM-DD: Monday, or the nearest working day. */
export const mainDay = (week: Week, { time }: Pick<NudgeDeps, 'time'>): string => {
  const slot = slotIn(week, NO_WISHES, time);
  return slot === null ? dayIn(week, DEFAULT_SLOT.weekday) : time.localDate(slot);
};

/** The events that a week's reach-out nudges name; none without a calendar. */
export const eventsOfWeek = async (week: Week, deps: EventDeps): Promise<EventsOfRun> =>
  eventsOfRun(await knownEvents(deps), mainDay(week, deps));

/** Those of a run's events that the calendar still holds. */
export const stillHeld = async (events: EventsOfRun, deps: EventDeps): Promise<EventsOfRun> => {
  const known = await knownEvents(deps);
  const isHeld = (event: TownEvent) =>
    known.some(({ id, at }) => id === event.id && at?.getTime() === event.at?.getTime());
  return Object.fromEntries(Object.entries(events).filter(([, event]) => isHeld(event)));
};

const knownEvents = async ({ townCalendar, townFeed }: EventDeps): Promise<readonly TownEvent[]> =>
  townFeed === null ? [] : townCalendar.events(townFeed.source);
