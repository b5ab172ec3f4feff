import type { ClosedDays } from '../../bot/time/closed-days.ts';
import type { Database } from './collection.ts';

/** A day that an admin closed, or opened although `organisation.json` closes it. */
type ClosedDay = { _id: string; closed: boolean };

export type KeptClosedDays = ClosedDays & {
  /** Loads changes made by other processes. */
  refresh(): Promise<void>;
};

/** Cached in memory, because every calculation with working time reads them. The store remains authoritative. */
export const openClosedDays = async (database: Database, published: readonly string[]): Promise<KeptClosedDays> => {
  const days = await database.collection<ClosedDay>('closedDays', []);
  let closed: ReadonlySet<string> = new Set(published);
  const refresh = async (): Promise<void> => {
    const now = new Set(published);
    for (const day of await days.find({})) {
      if (day.closed) now.add(day._id);
      else now.delete(day._id);
    }
    closed = now;
  };
  await refresh();
  return {
    has: (date) => closed.has(date),
    from: (date) => [...closed].filter((day) => day >= date).sort(),
    set: async (date, isClosed) => {
      if (!(await days.insert({ _id: date, closed: isClosed }))) {
        await days.update({ _id: date }, { $set: { closed: isClosed } });
      }
      await refresh();
    },
    refresh,
  };
};
