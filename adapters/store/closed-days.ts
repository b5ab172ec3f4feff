import type { ClosedDays } from '../../bot/time/closed-days.ts';
import type { Database } from './collection.ts';

/** A day an admin closed, or opened against `organisation.json`. */
type ClosedDay = { _id: string; closed: boolean };

export type KeptClosedDays = ClosedDays & {
  /** Reads what other processes changed. */
  refresh(): Promise<void>;
};

/** The closed days are asked for at every step in time, so they stand in memory; the store has the last word. */
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
