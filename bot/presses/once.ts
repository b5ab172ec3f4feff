import { Refusal } from '../refusal.ts';
import type { Clock } from '../time/clock.ts';
import type { Receipts } from './receipts.ts';

/**
 * What became of a press under a receipt. `repeated`: it was handled before and its effect holds, so nothing happened.
 * `undone`: it was handled before, but its effect no longer holds. `shown`: it was handled before and only showed
 * something. Under these three nothing happened now.
 */
export type Changed = 'done' | 'repeated' | 'undone' | 'shown';

/** What a press leaves behind: nothing but a message, something that is never undone, or a state to look at. */
export type Effect = 'shows' | 'stays' | (() => Promise<boolean>);

type ReceiptDeps = { receipts: Pick<Receipts, 'has' | 'add'>; clock: Clock };

/**
 * Does the work of a press once under a receipt. The receipt is stored after the work, so a crash in between repeats
 * the work, and so may a second delivery at the same moment: `work` must be safe to repeat.
 */
export const once = async (
  receipt: string,
  { receipts, clock }: ReceiptDeps,
  work: () => Promise<void>,
  effect: Effect,
): Promise<Changed> => {
  if (await receipts.has(receipt)) return whatHolds(effect);
  await work();
  await receipts.add(receipt, clock());
  return 'done';
};

const whatHolds = async (effect: Effect): Promise<Changed> => {
  if (effect === 'shows') return 'shown';
  if (effect === 'stays') return 'repeated';
  try {
    return (await effect()) ? 'repeated' : 'undone';
  } catch (error) {
    // What would be refused now cannot be done again; the press was done when it was allowed.
    if (error instanceof Refusal) return 'repeated';
    throw error;
  }
};
