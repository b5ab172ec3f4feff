import type { TownCalendar } from '../../bot/nudges/port.ts';
import type { TownEvent } from '../../bot/nudges/town-event.ts';
import type { Database } from './collection.ts';
import { type Fence, FILLED } from './fence.ts';

/** The last good reading of the town's calendar, and the day of the last attempt. */
type Reading = { _id: 'calendar'; source: string; day: string; events: TownEvent[]; failingSince?: Date };

const FENCE: Fence<Reading> = { source: FILLED, day: FILLED };
const ID = 'calendar';

export const openTownCalendar = async (database: Database): Promise<TownCalendar> => {
  const readings = await database.collection<Reading>('townCalendar', [], FENCE);
  return {
    events: async (source) => {
      const reading = await readings.get(ID);
      return reading?.source === source ? reading.events : [];
    },
    claim: async (source, day) =>
      (await readings.insert({ _id: ID, source, day, events: [] })) ||
      (await readings.update(
        { _id: ID, source: { $ne: source } },
        { $set: { source, day, events: [] }, $unset: { failingSince: true } },
      )) ||
      readings.update({ _id: ID, source, day: { $ne: day } }, { $set: { day } }),
    keep: async (source, events) => {
      await readings.update({ _id: ID, source }, { $set: { events: [...events] }, $unset: { failingSince: true } });
    },
    isFailing: async () => (await readings.get(ID))?.failingSince !== undefined,
    fail: async (at) => {
      await readings.update({ _id: ID }, { $set: { failingSince: at } });
    },
  };
};
