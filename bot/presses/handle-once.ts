import { fingerprint } from '../fingerprint.ts';
import { Refusal } from '../refusal.ts';
import { MINUTE } from '../time/units.ts';
import type { Changed } from './once.ts';
import type { PressDelivery } from './press-delivery.ts';
import type { LastPress, Receipts } from './receipts.ts';

/** The result of a press: `repeated` when it was the same press again, which does nothing. */
export type Pressing = Extract<Changed, 'done' | 'repeated'>;

type Press = {
  /** Identifies the person and what they want, the message and its revision included. */
  wish: string;
  delivery: PressDelivery;
  /** The wish takes effect whenever it may be a new press, because taking effect twice is the safe side. */
  safe?: boolean;
};

type LedgerDeps = { receipts: Pick<Receipts, 'lastPress' | 'setLastPress'> };

/**
 * Handles a press once, however often it is delivered, in any process. `act` handles it under a receipt and says what it
 * finds of an earlier time. The same wish after its effect was undone is a new press with a new receipt.
 * @throws Refusal just-pressed, when it may be either
 */
export const handleOnce = async (
  press: Press,
  { receipts }: LedgerDeps,
  act: (receipt: string) => Promise<Changed>,
): Promise<Pressing> => {
  const { wish, delivery } = press;
  const own = delivery.id === null ? null : fingerprint('press', wish, delivery.id);
  // Delivered before, as the same press as one with another id.
  const same = own === null ? null : await receipts.lastPress(own);
  if (same !== null) return pressing(await act(same.receipt));
  for (;;) {
    const last = await receipts.lastPress(wish);
    if (last !== null && mayBeSame(last, press)) {
      const handled = await act(last.receipt);
      if (isSame(handled, last, press)) {
        if (own !== null && own !== last.receipt) await receipts.setLastPress(own, null, last);
        // Nothing tells a press that the platform repeats from a new one: do nothing, and claim nothing.
        if (handled === 'undone' && own !== last.receipt) throw new Refusal('just-pressed');
        return pressing(handled);
      }
    }
    const receipt = own ?? fingerprint('press', wish, last?.receipt ?? '');
    const isNew = await receipts.setLastPress(wish, last, { receipt, at: delivery.at });
    if (!isNew) continue;
    const handled = await act(receipt);
    // A receipt without an id may have been used before the last press was forgotten: take the one after it.
    if (own !== null || handled !== 'undone') return pressing(handled);
  }
};

const pressing = (handled: Changed): Pressing => (handled === 'done' ? 'done' : 'repeated');

const isRecent = ({ at }: LastPress, { delivery }: Press): boolean =>
  Math.abs(delivery.at.getTime() - at.getTime()) < MINUTE;

const mayBeSame = (last: LastPress, press: Press): boolean =>
  press.delivery.sameWish === 'while-it-holds' || isRecent(last, press);

const isSame = (handled: Changed, last: LastPress, press: Press): boolean => {
  if (handled === 'undone') return press.delivery.sameWish === 'for-a-minute' && press.safe !== true;
  return handled !== 'shown' || isRecent(last, press);
};
