import { isDeepStrictEqual } from 'node:util';
import { MendableError } from '../../bot/mendable-error.ts';
import type { Collection, Database, Doc } from './collection.ts';
import { keptValue } from './kept-values.ts';
import { CARRIED_AWAY, CARRYING } from './mark-store.ts';

/** One of the two stores is not ready for the copy. No stored data was changed. */
class CannotCarryOver extends MendableError {
  override readonly name = 'CannotCarryOver';
}

type AnyDoc = Doc & Record<string, unknown>;
/** The number of documents in the target, by collection. */
export type Carried = Record<string, number>;

const META = 'meta';
const DONE = 'carried-from';
/** Bookkeeping of the copy itself. Each store keeps its own, so it is neither copied nor counted. */
const OWN = new Set([CARRYING, CARRIED_AWAY, DONE]);
/** Documents copied in parallel. */
const BATCH_SIZE = 20;

/**
 * Copies everything from one store into an empty one. It can be interrupted at any point and run again: documents that
 * the target already holds are compared, and replaced where the source has changed. At the end the source is marked as
 * carried away.
 * @param onProgress called with how many of all documents are there
 * @throws CannotCarryOver when the target holds other data, or when the counts differ after the copy
 */
export const carryOver = async (
  source: Database,
  target: Database,
  now: Date,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Carried> => {
  const names = await namesIn(source);
  const from = await keptValue(source, 'id', () => crypto.randomUUID());
  const [left, arrived] = [await meta(source), await meta(target)];
  if ((await arrived.get(DONE))?.from !== from) {
    await claim(target, arrived, from);
    const total = Object.values(await counts(source, [...names, META])).reduce((sum, count) => sum + count, 0);
    let done = 0;
    const copied = (count: number): void => {
      done += count;
      onProgress(done, total);
    };
    for (const name of names) await copyCollection(await all(source, name), await all(target, name), copied);
    await copyCollection(left, arrived, copied);
    await compare(source, target, [...names, META]);
    await arrived.insert({ _id: DONE, from, at: now });
  }
  await arrived.remove({ _id: CARRYING });
  await left.insert({ _id: CARRIED_AWAY, at: now });
  return counts(target, [...names, META]);
};

/**
 * What `carryOver` would copy, by collection; null when the target holds it already. Changes nothing.
 * @throws CannotCarryOver where `carryOver` would throw before it copies anything
 */
export const surveyCarryOver = async (source: Database, target: Database): Promise<Carried | null> => {
  const names = await namesIn(source);
  const from = (await (await all(source, META)).get('id'))?.value;
  const arrived = await meta(target);
  if (from !== undefined && (await arrived.get(DONE))?.from === from) return null;
  refuseUnlessFree(await arrived.get(CARRYING), from, await target.names());
  return counts(source, [...names, META]);
};

const namesIn = async (source: Database): Promise<string[]> => {
  const names = await source.names();
  if (!names.includes(META)) throw new CannotCarryOver('DATA_DIR holds no store that Sammen has made');
  return names.filter((name) => name !== META);
};

const all = (database: Database, name: string): Promise<Collection<AnyDoc>> => database.collection<AnyDoc>(name, []);
const meta = (database: Database) => all(database, META);

/** Claims an empty target, or one that an earlier run claimed for the same source. */
const claim = async (target: Database, arrived: Collection<AnyDoc>, from: string): Promise<void> => {
  const begun = await arrived.get(CARRYING);
  if (begun?.from === from) return;
  refuseUnlessFree(begun, from, await target.names());
  await arrived.insert({ _id: CARRYING, from });
};

const refuseUnlessFree = (begun: AnyDoc | null, from: unknown, names: readonly string[]): void => {
  if (begun === null ? names.length > 0 : begun.from !== from)
    throw new CannotCarryOver('the database in MONGODB_URI holds something else already. Name one that is empty.');
};

const isOurs = ({ _id }: AnyDoc): boolean => !OWN.has(_id);

const copyCollection = async (
  source: Collection<AnyDoc>,
  target: Collection<AnyDoc>,
  onCopied: (count: number) => void,
): Promise<void> => {
  const copied = new Map((await target.find({})).filter(isOurs).map((doc) => [doc._id, doc]));
  const documents = (await source.find({})).filter(isOurs);
  const copy = async (doc: AnyDoc): Promise<void> => {
    const earlier = copied.get(doc._id);
    copied.delete(doc._id);
    if (earlier !== undefined && isDeepStrictEqual(earlier, doc)) return;
    if (earlier !== undefined) await target.remove({ _id: doc._id });
    await target.insert(doc);
  };
  for (let start = 0; start < documents.length; start += BATCH_SIZE) {
    const batch = documents.slice(start, start + BATCH_SIZE);
    await Promise.all(batch.map(copy));
    onCopied(batch.length);
  }
  // The source removed these after an earlier run.
  for (const id of copied.keys()) await target.remove({ _id: id });
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
