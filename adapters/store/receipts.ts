import type { Receipts } from '../../bot/presses/receipts.ts';
import type { Database } from './collection.ts';

/** `receipt`: on the last press of a wish, the receipt it was handled under. */
type Receipt = { _id: string; at: Date; receipt?: string };

export const openReceipts = async (database: Database): Promise<Receipts> => {
  const receipts = await database.collection<Receipt>('receipts', [{ fields: { at: 1 } }]);
  return {
    has: async (id) => (await receipts.get(id)) !== null,
    add: async (id, at) => {
      await receipts.insert({ _id: id, at });
    },
    drop: async (id) => {
      await receipts.remove({ _id: id });
    },
    lastPress: async (wish) => {
      const press = await receipts.get(wish);
      return press?.receipt === undefined ? null : { receipt: press.receipt, at: press.at };
    },
    setLastPress: async (wish, before, { receipt, at }) =>
      before === null
        ? receipts.insert({ _id: wish, at, receipt })
        : receipts.update({ _id: wish, receipt: before.receipt, at: before.at }, { $set: { receipt, at } }),
    forget: (before) => receipts.remove({ at: { $lt: before } }),
  };
};
