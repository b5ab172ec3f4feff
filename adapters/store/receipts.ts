import type { Receipts } from '../../bot/presses/receipts.ts';
import type { Database } from './collection.ts';

type Receipt = { _id: string; at: Date };

export const openReceipts = async (database: Database): Promise<Receipts> => {
  const receipts = await database.collection<Receipt>('receipts', [{ fields: { at: 1 } }]);
  return {
    has: async (id) => (await receipts.get(id)) !== null,
    add: async (id, at) => {
      await receipts.insert({ _id: id, at });
    },
    forget: (before) => receipts.remove({ at: { $lt: before } }),
  };
};
