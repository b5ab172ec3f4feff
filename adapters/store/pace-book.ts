import type { RateBook } from '../../outbox/ports.ts';
import type { Database } from './collection.ts';
import { MOMENT } from './fence.ts';

/** `next`: the first free moment, in machine time. Leases already require that the processes' clocks agree. */
type Turn = { _id: string; next: Date };

export const openPaceBook = async (database: Database): Promise<RateBook> => {
  const turns = await database.collection<Turn>('pace', [], { next: MOMENT });
  const seenOf = async (platform: string): Promise<Date> => {
    const found = await turns.get(platform);
    if (found !== null) return found.next;
    await turns.insert({ _id: platform, next: new Date(0) });
    return new Date(0);
  };
  return {
    draw: async (platform, from, interval) => {
      for (;;) {
        const seen = await seenOf(platform);
        const turn = new Date(Math.max(seen.getTime(), from.getTime()));
        const next = new Date(turn.getTime() + interval);
        // Conditional, so that no two processes draw the same moment.
        if (await turns.update({ _id: platform, next: seen }, { $set: { next } })) return turn;
      }
    },
    hold: async (platform, until) => {
      await seenOf(platform);
      await turns.update({ _id: platform, next: { $lt: until } }, { $set: { next: until } });
    },
  };
};
