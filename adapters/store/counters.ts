import type { Database } from './collection.ts';
import { NOT_NEGATIVE } from './fence.ts';

/** A number that only grows. It may skip: a number drawn and not used is gone. */
export type Counter = { next(): Promise<number> };

type CounterDoc = { _id: string; value: number };

export const openCounter = async (database: Database, name: string): Promise<Counter> => {
  const counters = await database.collection<CounterDoc>('counters', [], { value: NOT_NEGATIVE });
  return {
    next: async () => {
      // The first number ever: of several who come here at once, one makes the counter.
      let seen = (await counters.get(name)) ?? ((await counters.insert({ _id: name, value: 0 })) ? { value: 0 } : null);
      for (;;) {
        // A write that names the number it takes can be repeated: it finds the number taken, and takes the next.
        const value = (seen?.value ?? 0) + 1;
        if (seen !== null && (await counters.update({ _id: name, value: seen.value }, { $set: { value } })))
          return value;
        seen = await counters.get(name);
        if (seen === null) throw new Error(`the counter ${name} is gone from the store`);
      }
    },
  };
};
