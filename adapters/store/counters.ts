import type { Database } from './collection.ts';

/** A number that only grows. It may skip: a number drawn and not used is gone. */
export type Counter = { next(): Promise<number> };

type CounterDoc = { _id: string; value: number };

export const openCounter = async (database: Database, name: string): Promise<Counter> => {
  const counters = await database.collection<CounterDoc>('counters', [], { value: { $gte: 0 } });
  const count = () => counters.updateAndGet({ _id: name }, { $inc: { value: 1 } });
  return {
    next: async () => {
      let counted = await count();
      if (counted === null) {
        // The first number ever. Of two who come here at once, one makes the counter and both count.
        await counters.insert({ _id: name, value: 0 });
        counted = await count();
      }
      if (counted === null) throw new Error(`the counter ${name} is gone from the store`);
      return counted.value;
    },
  };
};
