import type { Clock } from '../time/clock.ts';
import type { Receipts } from './receipts.ts';

/** The result of a press. `repeated`: it was handled before, so nothing happened this time. */
export type Changed = 'done' | 'repeated';

type ReceiptDeps = { receipts: Pick<Receipts, 'has' | 'add'>; clock: Clock };

/** Handles a press once. The receipt is stored after the work, so a crash in between repeats the work. */
export const once = async (receipt: string, deps: ReceiptDeps, work: () => Promise<void>): Promise<Changed> =>
  (await deps.receipts.has(receipt)) ? 'repeated' : evenIfRepeated(receipt, deps, work);

/** Handles a press even if there is already a receipt: for work that is safe to repeat. */
export const evenIfRepeated = async (
  receipt: string,
  { receipts, clock }: ReceiptDeps,
  work: () => Promise<void>,
): Promise<Changed> => {
  await work();
  await receipts.add(receipt, clock());
  return 'done';
};
