import { inParallel } from './in-parallel.ts';
import type { Debt, Deliveries, Owing, Ready } from './ports.ts';

/** How the relaying process sends some debts immediately. */
export type DirectSend<Say> = {
  /** Upper limit. */
  max: number;
  domainNow: Date;
  /** Adds a delivery already claimed and begins to send it; false when it did not. */
  begin(debt: Debt<Say>): Promise<boolean>;
};

/**
 * Copies debts from documents to the deliveries, then strikes them off. A process that dies in between leaves debts
 * that relay to the same deliveries again. Returns what is ready to send afterwards.
 *
 * Debts are read before deliveries, so that whatever was decided earlier is in one of the two, and goes first.
 */
export const relay = async <Say>(
  debtors: readonly Owing<Say>[],
  deliveries: Pick<Deliveries<Say>, 'add' | 'due'>,
  { max, domainNow, begin }: DirectSend<Say>,
): Promise<readonly Ready[]> => {
  const debtorsWithDebts = await inParallel(debtors, async (owing) => ({ owing, documents: await owing.unrelayed() }));
  const debts = debtorsWithDebts.flatMap(({ documents }) => documents.flatMap(({ owes }) => owes));
  const { ready, waiting } = await deliveries.due(new Date(), domainNow);
  const next = waiting === null ? [] : nextOf(debts, waiting, domainNow).slice(0, Math.max(0, max - ready.length));
  const direct = new Set(next);
  let added = false;
  for (const { owing, documents } of debtorsWithDebts) {
    await inParallel(documents, async ({ id, owes }) => {
      for (const owed of owes) {
        if (direct.has(owed) && (await begin(owed))) continue;
        await deliveries.add(owed);
        added = true;
      }
      await owing.struck(
        id,
        owes.map((owed) => owed.id),
      );
    });
  }
  return added ? (await deliveries.due(new Date(), domainNow)).ready : ready;
};

/**
 * The first due debt of each recipient who has nothing else waiting: only that one may be sent before the deliveries
 * are read again.
 */
const nextOf = <Say>(debts: readonly Debt<Say>[], waiting: ReadonlySet<string>, domainNow: Date): Debt<Say>[] => {
  const first = new Map<string, Debt<Say>>();
  for (const debt of debts) {
    if (debt.queue !== undefined || debt.notBefore > domainNow || waiting.has(debt.to)) continue;
    const other = first.get(debt.to);
    if (other === undefined || orderOf(debt) < orderOf(other)) first.set(debt.to, debt);
  }
  return [...first.values()].filter(({ order }) => order !== undefined);
};

/** A debt without `order`, left by an early version, gets one when it is added: nothing may overtake it. */
const orderOf = ({ order = '' }: Pick<Debt<unknown>, 'order'>): string => order;
