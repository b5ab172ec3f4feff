import type { Clock } from '../time/clock.ts';
import type { Receipts } from './receipts.ts';

/** What came of a press; `repeated`: it was dealt with before, and nothing happened now. */
export type Changed = 'done' | 'repeated';

type ReceiptDeps = { receipts: Pick<Receipts, 'has' | 'add'>; clock: Clock };

/** Does what a press asks for, once: a receipt that is there already does nothing. The receipt is kept after the work. */
export const once = async (receipt: string, deps: ReceiptDeps, work: () => Promise<void>): Promise<Changed> =>
  (await deps.receipts.has(receipt)) ? 'repeated' : evenIfRepeated(receipt, deps, work);

/** Does what a press asks for, also when there is a receipt already: for what is always right to do. */
export const evenIfRepeated = async (
  receipt: string,
  { receipts, clock }: ReceiptDeps,
  work: () => Promise<void>,
): Promise<Changed> => {
  await work();
  await receipts.add(receipt, clock());
  return 'done';
};
