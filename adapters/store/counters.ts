import type { Database } from './collection.ts';
import { NOT_NEGATIVE } from './fence.ts';

/** An increasing sequence. It may have gaps: a number that is drawn but not used is lost. */
export type Counter = { next(): Promise<number> };

type CounterDoc = { _id: string; value: number };

export const openCounter = async (database: Database, name: string): Promise<Counter> => {
  const counters = await database.collection<CounterDoc>('counters', [], { value: NOT_NEGATIVE });
  return {
    next: async () => {
      // The first number ever: of several concurrent callers, one creates the counter.
      let seen = (await counters.get(name)) ?? ((await counters.insert({ _id: name, value: 0 })) ? { value: 0 } : null);
      for (;;) {
        // The write names the number it takes, so it is safe to retry: it finds that number taken and takes the next.
        const value = (seen?.value ?? 0) + 1;
        if (seen !== null && (await counters.update({ _id: name, value: seen.value }, { $set: { value } })))
          return value;
        seen = await counters.get(name);
        if (seen === null) throw new Error(`the counter ${name} is gone from the store`);
      }
    },
  };
};
