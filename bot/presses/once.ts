import type { Clock } from '../time/clock.ts';
import type { Receipts } from './receipts.ts';

/** What came of a press; `repeated`: it was dealt with before, and nothing happened now. */
export type Changed = 'done' | 'repeated';

/** Does what a press asks for, once: a receipt that is there already does nothing. The receipt is kept after the work. */
export const once = async (
  receipt: string,
  { receipts, clock }: { receipts: Pick<Receipts, 'has' | 'add'>; clock: Clock },
  work: () => Promise<void>,
): Promise<Changed> => {
  if (await receipts.has(receipt)) return 'repeated';
  await work();
  await receipts.add(receipt, clock());
  return 'done';
};
