import type { Database } from '../../adapters/store/collection.ts';

/** What the domain's clock shows in this store: a sandbox's may have been moved. */
export const nowIn = async (database: Database): Promise<Date> => {
  const settings = await database.collection<{ _id: string; offset: number }>('sandboxSettings', []);
  return new Date(Date.now() + ((await settings.get('clock'))?.offset ?? 0));
};
