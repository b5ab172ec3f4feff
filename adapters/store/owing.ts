import type { DeliveryId } from '../../bot/ids.ts';
import type { Debt, Owing } from '../../outbox/ports.ts';
import type { Database } from './collection.ts';

type Debtor = { _id: string; owes: Debt<unknown>[] };

/** The messages that stored cases, drafts or stories owe and that are not relayed to the outbox yet. */
export const openOwing = async <Say>(database: Database, name: 'cases' | 'drafts' | 'stories'): Promise<Owing<Say>> => {
  const debtors = await database.collection<Debtor>(name, []);
  return {
    unrelayed: async () => {
      const found = await debtors.find({ 'owes.id': { $gt: '' } }, { fields: ['owes'] });
      return found.map(({ _id, owes }) => ({ id: _id, owes: owes as Debt<Say>[] }));
    },
    struck: async (id: string, owed: readonly DeliveryId[]) => {
      await debtors.update({ _id: id }, { $pull: { owes: { id: { $in: owed } } } });
    },
  };
};
