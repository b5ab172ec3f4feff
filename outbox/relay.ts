import { inParallel } from './in-parallel.ts';
import type { Debt, Deliveries, Owing, Ready } from './ports.ts';

/** How the process that relays sends some of it at once. */
export type AtOnce<Say> = {
  /** Upper limit. */
  max: number;
  domainNow: Date;
  /** Adds a delivery that is claimed already, and begins to send it; false when it does not. */
  begin(debt: Debt<Say>): Promise<boolean>;
};

/**
 * Hands what documents owe over to the deliveries: first the deliveries, then the debts are struck off. A process that
 * dies between leaves debts that relay to the same deliveries again. Answers what is ready for sending then.
 *
 * Debts are read before deliveries: what was decided earlier is among those or among these, and goes first.
 */
export const relay = async <Say>(
  debtors: readonly Owing<Say>[],
  deliveries: Pick<Deliveries<Say>, 'add' | 'due'>,
  { max, domainNow, begin }: AtOnce<Say>,
): Promise<readonly Ready[]> => {
  const found = await inParallel(debtors, async (owing) => ({ owing, documents: await owing.unrelayed() }));
  const debts = found.flatMap(({ documents }) => documents.flatMap(({ owes }) => owes));
  const { ready, waiting } = await deliveries.due(new Date(), domainNow);
  const next = waiting === null ? [] : nextOf(debts, waiting, domainNow).slice(0, Math.max(0, max - ready.length));
  const atOnce = new Set(next);
  let others = false;
  for (const { owing, documents } of found) {
    await inParallel(documents, async ({ id, owes }) => {
      for (const owed of owes) {
        if (atOnce.has(owed) && (await begin(owed))) continue;
        await deliveries.add(owed);
        others = true;
      }
      await owing.struck(
        id,
        owes.map((owed) => owed.id),
      );
    });
  }
  return others ? (await deliveries.due(new Date(), domainNow)).ready : ready;
};

/** Of those whose time has come, each recipient's first: only it may go before the others are looked at. */
const nextOf = <Say>(debts: readonly Debt<Say>[], waiting: ReadonlySet<string>, domainNow: Date): Debt<Say>[] => {
  const first = new Map<string, Debt<Say>>();
  for (const debt of debts) {
    if (debt.run !== undefined || debt.notBefore > domainNow || waiting.has(debt.to)) continue;
    const other = first.get(debt.to);
    if (other === undefined || orderOf(debt) < orderOf(other)) first.set(debt.to, debt);
  }
  return [...first.values()].filter(({ order }) => order !== undefined);
};

/** One without a place among the others, as an early version left it, gets its place when it is added: nobody goes before. */
const orderOf = ({ order = '' }: Pick<Debt<unknown>, 'order'>): string => order;
