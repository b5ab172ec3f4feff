import type { Database } from '../store/collection.ts';

type Setting = { _id: 'clock'; offset: number };

/** The sandbox's own time: the machine's, moved by an offset that is kept in the store. It keeps running. */
export type SandboxClock = { now(): Date; set(moment: Date): Promise<void> };

/** @param first where a new sandbox's clock starts */
export const openSandboxClock = async (
  database: Database,
  first: (machineNow: Date) => Date,
): Promise<SandboxClock> => {
  const settings = await database.collection<Setting>('sandboxSettings', []);
  const offsetTo = (moment: Date) => moment.getTime() - Date.now();
  await settings.insert({ _id: 'clock', offset: offsetTo(first(new Date())) });
  let offset = (await settings.get('clock'))?.offset ?? 0;
  return {
    now: () => new Date(Date.now() + offset),
    set: async (moment) => {
      const wanted = offsetTo(moment);
      await settings.update({ _id: 'clock' }, { $set: { offset: wanted } });
      offset = wanted;
    },
  };
};
