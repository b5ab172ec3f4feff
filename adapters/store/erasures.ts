import { z } from 'zod';
import type { Erasures } from '../../bot/accounts/erasures.ts';
import type { PersonId } from '../../bot/ids.ts';
import type { Seal } from '../../bot/seal.ts';
import type { Collection, Database } from './collection.ts';

/**
 * One erased id. `_id` seals the id with the moment of the mark, so that somebody who came back can be erased again;
 * `who` seals the id alone. `toRepeat`: the erasure is later than the backup that this store was restored from.
 */
export type ErasureEntry = { _id: string; who: string; toRepeat?: true };

const seal = z.string().regex(/^[\w-]{10,64}$/);
/** An entry as another store, or a file, has it. */
export const erasureEntrySchema = z.object({ _id: seal, who: seal });

const COLLECTION = 'erasures';

const entriesIn = (database: Database): Promise<Collection<ErasureEntry>> =>
  database.collection<ErasureEntry>(COLLECTION, [{ fields: { toRepeat: 1 }, sparse: true }]);

const sealedWith =
  (seal: Seal) =>
  (id: PersonId): string =>
    seal(JSON.stringify(['erased', id]));

export const openErasures = async (database: Database, seal: Seal): Promise<Erasures> => {
  const entries = await entriesIn(database);
  const sealedId = sealedWith(seal);
  const due = { toRepeat: true } as const;
  return {
    note: async (ids, marked) => {
      for (const id of ids)
        await entries.insert({ _id: seal(JSON.stringify(['erasure', id, marked.toISOString()])), who: sealedId(id) });
    },
    areToRepeat: async () => (await entries.find(due, { limit: 1 })).length > 0,
    toRepeat: async (among) => {
      const read = await entries.find(due);
      const erased = new Set(read.map(({ who }) => who));
      return {
        people: among.filter((id) => erased.has(sealedId(id))),
        repeated: async () => {
          for (const { _id } of read) await entries.update({ _id }, { $unset: { toRepeat: true } });
        },
      };
    },
  };
};

/** The whole register of a store. */
export const readErasures = async (database: Database): Promise<Pick<ErasureEntry, '_id' | 'who'>[]> =>
  (await (await entriesIn(database)).find({}, { sort: { _id: 1 } })).map(({ _id, who }) => ({ _id, who }));

/**
 * Adds another register, made with the same key. What this store does not know yet happened after its backup was made, and
 * is to be repeated. Returns how many that are. Safe to repeat.
 */
export const addErasures = async (
  database: Database,
  others: readonly Pick<ErasureEntry, '_id' | 'who'>[],
): Promise<number> => {
  const entries = await entriesIn(database);
  let added = 0;
  for (const { _id, who } of others) if (await entries.insert({ _id, who, toRepeat: true })) added++;
  return added;
};

/** What `addErasures` would add, and whom of `among` that would erase. Changes nothing. */
export const surveyErasures = async (
  database: Database,
  others: readonly Pick<ErasureEntry, '_id' | 'who'>[],
  { among, seal }: { among: readonly PersonId[]; seal: Seal },
): Promise<{ added: number; people: PersonId[] }> => {
  const known = new Set((await readErasures(database)).map(({ _id }) => _id));
  const added = others.filter(({ _id }) => !known.has(_id));
  const erased = new Set(added.map(({ who }) => who));
  const sealedId = sealedWith(seal);
  return {
    added: added.length,
    people: erased.size === 0 ? [] : among.filter((id) => erased.has(sealedId(id))),
  };
};
