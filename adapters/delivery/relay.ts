import type { Deliveries, Owing } from './delivery.ts';
import { inParallel } from './in-parallel.ts';

/**
 * Hands what cases and drafts owe over to the deliveries: first the deliveries, then the debts are struck off. A process
 * that dies between leaves debts that relay to the same deliveries again.
 */
export const relay = async (debtors: readonly Owing[], deliveries: Pick<Deliveries, 'add'>): Promise<void> => {
  for (const owing of debtors) {
    await inParallel(await owing.unrelayed(), async ({ id, owes }) => {
      for (const owed of owes) await deliveries.add(owed);
      await owing.struck(
        id,
        owes.map((owed) => owed.id),
      );
    });
  }
};
