import type { Db } from 'mongodb';

type Fields = Record<string, unknown>;

const COPIES = 1000;
/** For each collection, a final state in which nobody waits for anything. */
const FINAL_STATE: Readonly<Record<string, string>> = { cases: 'closed', drafts: 'used', deliveries: 'sent' };

/** The same document with different values, except that booleans and nulls stay. */
const varied = (value: unknown, n: number, state: string): unknown => {
  if (typeof value === 'string') return `${value}-${n}`;
  if (typeof value === 'number') return value + 1000 + n;
  if (value instanceof Date) return new Date(value.getTime() + n * 60_000);
  if (Array.isArray(value)) return value.map((element) => varied(element, n, state));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    name === 'state' ? state : varied(field, n, state),
  ]);
  return Object.fromEntries(fields);
};

/** Makes collections large enough to matter: on three documents a cost-based planner prefers a scan to an index. */
export const fillUp = async (db: Db, collections: Iterable<string>): Promise<void> => {
  for (const name of new Set(collections)) {
    const collection = db.collection<Fields & { _id: string }>(name);
    const example = await collection.findOne({});
    if (example === null) continue;
    const copies = Array.from(
      { length: COPIES },
      (_, n) => varied(example, n, FINAL_STATE[name] ?? 'over') as typeof example,
    );
    await collection.insertMany(copies);
  }
};
