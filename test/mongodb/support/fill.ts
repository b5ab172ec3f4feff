import type { Db } from 'mongodb';

type Fields = Record<string, unknown>;

const MANY = 1000;
/** A state in which nothing waits for anybody. */
const OVER: Readonly<Record<string, string>> = { cases: 'closed', drafts: 'used', deliveries: 'sent' };

/** The same document with other values; what is true, false or nothing stays so. */
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

/** A planner that knows what a scan costs takes one on a collection of three: this makes them large enough to matter. */
export const fillUp = async (db: Db, collections: Iterable<string>): Promise<void> => {
  for (const name of new Set(collections)) {
    const collection = db.collection<Fields & { _id: string }>(name);
    const example = await collection.findOne({});
    if (example === null) continue;
    const more = Array.from({ length: MANY }, (_, n) => varied(example, n, OVER[name] ?? 'over') as typeof example);
    await collection.insertMany(more);
  }
};
