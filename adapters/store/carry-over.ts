import { isDeepStrictEqual } from 'node:util';
import { MendableError } from '../../bot/mendable-error.ts';
import type { Collection, Database, Doc } from './collection.ts';
import { CARRIED_AWAY, CARRYING, keptValue } from './mark-store.ts';

/** The stores are not as carrying over needs them; nothing of value was changed. */
class CannotCarryOver extends MendableError {
  override readonly name = 'CannotCarryOver';
}

type AnyDoc = Doc & Record<string, unknown>;
/** How many documents of each collection stand in the target now. */
export type Carried = Record<string, number>;

const META = 'meta';
const DONE = 'carried-from';
/** Documents about the carrying itself: each store has its own. */
const OWN = new Set([CARRYING, CARRIED_AWAY, DONE]);
const AT_ONCE = 20;

/**
 * Copies everything from one store into an empty one. It may stop at any instant and be run again: what stands in the
 * target already is compared, and put right where the source has moved on. In the end the source is marked as left.
 * @throws CannotCarryOver when the target holds something else, or does not come out the same
 */
export const carryOver = async (source: Database, target: Database, now: Date): Promise<Carried> => {
  const names = (await source.names()).filter((name) => name !== META);
  if (!(await source.names()).includes(META)) throw new CannotCarryOver('DATA_DIR holds no store that Sammen has made');
  const from = await keptValue(source, 'id', () => crypto.randomUUID());
  const [left, arrived] = [await meta(source), await meta(target)];
  if ((await arrived.get(DONE))?.from !== from) {
    await claim(target, arrived, from);
    for (const name of names) await copyCollection(await all(source, name), await all(target, name));
    await copyCollection(left, arrived);
    await compare(source, target, [...names, META]);
    await arrived.insert({ _id: DONE, from, at: now });
  }
  await arrived.remove({ _id: CARRYING });
  await left.insert({ _id: CARRIED_AWAY, at: now });
  return counts(target, [...names, META]);
};

const all = (database: Database, name: string): Promise<Collection<AnyDoc>> => database.collection<AnyDoc>(name, []);
const meta = (database: Database) => all(database, META);

/** Takes an empty target, or one that an earlier run of the same source took. */
const claim = async (target: Database, arrived: Collection<AnyDoc>, from: string): Promise<void> => {
  const begun = await arrived.get(CARRYING);
  if (begun?.from === from) return;
  if (begun !== null || (await target.names()).length > 0) {
    throw new CannotCarryOver('the database in MONGODB_URI holds something else already. Name one that is empty.');
  }
  await arrived.insert({ _id: CARRYING, from });
};

const isOurs = ({ _id }: AnyDoc): boolean => !OWN.has(_id);

const copyCollection = async (source: Collection<AnyDoc>, target: Collection<AnyDoc>): Promise<void> => {
  const there = new Map((await target.find({})).filter(isOurs).map((doc) => [doc._id, doc]));
  const documents = (await source.find({})).filter(isOurs);
  const copy = async (doc: AnyDoc): Promise<void> => {
    const found = there.get(doc._id);
    there.delete(doc._id);
    if (found !== undefined && isDeepStrictEqual(found, doc)) return;
    if (found !== undefined) await target.remove({ _id: doc._id });
    await target.insert(doc);
  };
  for (let at = 0; at < documents.length; at += AT_ONCE) await Promise.all(documents.slice(at, at + AT_ONCE).map(copy));
  // What the source gave up since an earlier run.
  for (const id of there.keys()) await target.remove({ _id: id });
};

const compare = async (source: Database, target: Database, names: readonly string[]): Promise<void> => {
  const [here, there] = [await counts(source, names), await counts(target, names)];
  for (const name of names) {
    if (here[name] !== there[name]) {
      throw new CannotCarryOver(`${name}: ${here[name]} in DATA_DIR and ${there[name]} in MongoDB. Run it again.`);
    }
  }
};

const counts = async (database: Database, names: readonly string[]): Promise<Carried> => {
  const carried: Carried = {};
  for (const name of names) {
    const collection = await all(database, name);
    const own = name === META ? await collection.count({ _id: { $in: [...OWN] } }) : 0;
    carried[name] = (await collection.count({})) - own;
  }
  return carried;
};
