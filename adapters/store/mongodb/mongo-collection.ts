import type { Collection as DriverCollection, Filter as DriverFilter, UpdateFilter } from 'mongodb';
import { checkFilter } from '../check-filter.ts';
import { checkUpdate } from '../check-update.ts';
import type { Collection, Doc, Filter, FindOptions, Update } from '../collection.ts';
import { copyPlain } from '../embedded/plain-value.ts';
import { guarded, isDuplicate } from './work-fault.ts';

export type StoredDoc = Doc & Record<string, unknown>;

const sharedFilter = (filter: Filter<StoredDoc>): DriverFilter<StoredDoc> =>
  checkFilter(filter) as DriverFilter<StoredDoc>;

/** The update without no-ops; null when nothing is left. */
const sharedUpdate = (update: Update<StoredDoc>): UpdateFilter<StoredDoc> | null => {
  const checked = checkUpdate(update);
  return Object.keys(checked).length === 0 ? null : (checked as UpdateFilter<StoredDoc>);
};

const checkedDocument = (doc: StoredDoc): StoredDoc => {
  const document = copyPlain(doc);
  if (typeof document._id !== 'string' || document._id === '') throw new TypeError('a document needs an _id');
  return document;
};

/** Wraps a MongoDB collection in the interface of both stores. `deadline`: maximum milliseconds for one answer. */
export const mongoCollection = (raw: DriverCollection<StoredDoc>, deadline: number): Collection<StoredDoc> => {
  const doing = <T>(verb: string, work: () => Promise<T>): Promise<T> =>
    guarded(`${verb} ${raw.collectionName}`, deadline, work);

  const find = async (
    filter: Filter<StoredDoc>,
    { sort, limit, fields }: FindOptions<StoredDoc> = {},
  ): Promise<StoredDoc[]> => {
    const asked = sharedFilter(filter);
    const projection = fields && { _id: 1, ...Object.fromEntries(fields.map((field) => [field, 1])) };
    return doing('read', () =>
      raw.find(asked, { ...(sort && { sort }), ...(limit && { limit }), ...(projection && { projection }) }).toArray(),
    );
  };

  return {
    insert: async (doc) => {
      const document = checkedDocument(doc);
      return doing('add to', async () => {
        try {
          await raw.insertOne(document);
          return true;
        } catch (error) {
          if (isDuplicate(error)) return false;
          throw error;
        }
      });
    },
    update: async (filter, update) => {
      const [asked, change] = [sharedFilter(filter), sharedUpdate(update)];
      if (change === null) return (await find(filter, { limit: 1 })).length === 1;
      return doing('change', async () => (await raw.updateOne(asked, change)).matchedCount === 1);
    },
    updateAndGet: async (filter, update) => {
      const [asked, change] = [sharedFilter(filter), sharedUpdate(update)];
      if (change === null) return (await find(filter, { limit: 1 }))[0] ?? null;
      return doing('change', () => raw.findOneAndUpdate(asked, change, { returnDocument: 'after' }));
    },
    get: async (id) => (await find({ _id: id }, { limit: 1 }))[0] ?? null,
    find,
    count: async (filter) => {
      const asked = sharedFilter(filter);
      return doing('count', () => raw.countDocuments(asked));
    },
    remove: async (filter) => {
      const asked = sharedFilter(filter);
      return doing('remove from', async () => (await raw.deleteMany(asked)).deletedCount);
    },
  };
};
