import type { Database } from './collection.ts';

type Kept = { _id: string; value?: string };

/** A value that `keptValue` has made; null when it has not. For commands, which make nothing. */
export const readKeptValue = async (database: Database, name: string): Promise<string | null> =>
  (await (await database.collection<Kept>('meta', [])).get(`value-${name}`))?.value ?? null;

/** Drops a kept value; the next `keptValue` makes another. */
export const dropKeptValue = async (database: Database, name: string): Promise<void> => {
  await (await database.collection<Kept>('meta', [])).remove({ _id: `value-${name}` });
};

/** Replaces a kept value, unless another process did so first. */
export const replaceKeptValue = async (
  database: Database,
  name: string,
  before: string,
  value: string,
): Promise<void> => {
  const meta = await database.collection<Kept>('meta', []);
  await meta.update({ _id: `value-${name}`, value: before }, { $set: { value } });
};

/** Returns a value that is created once and kept in the store, such as the sandbox's secret. */
export const keptValue = async (database: Database, name: string, make: () => string): Promise<string> => {
  const meta = await database.collection<Kept>('meta', []);
  await meta.insert({ _id: `value-${name}`, value: make() });
  return (await meta.get(`value-${name}`))?.value ?? '';
};
