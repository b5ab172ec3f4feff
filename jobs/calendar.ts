import { readTownCalendar } from '../bot/nudges/read-town-calendar.ts';
import type { Counts } from './names.ts';

type CalendarDeps = Parameters<typeof readTownCalendar>[0];

/** Reads the town's calendar when it was not read that day. */
export const calendar = async (deps: CalendarDeps): Promise<Counts> => {
  const read = await readTownCalendar(deps);
  return read === null ? {} : { events: read.events, 'calendar-told': read.told };
};
