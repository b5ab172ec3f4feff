import { noteSettled } from '../../bot/cases/settle.ts';
import { redrawSent } from '../../bot/drafts/redraw-sent.ts';
import type { DeliveryState } from '../../bot/messages/delivery-states.ts';
import type { Saying } from '../../bot/notices.ts';
import type { Delivery } from '../../outbox/ports.ts';
import type { Sending } from './deps.ts';
import { noteReach } from './note-reach.ts';

/** Somebody's words in a case: the other side's card says whether they arrived. */
export const watches = ({ say, manner }: Pick<Delivery<Saying>, 'say' | 'manner'>): boolean =>
  (say.kind === 'case' && manner === 'ping') || say.kind === 'stuck-case';

/**
 * Called when a message has been sent, began to wait for its platform, or ended without being sent. The new state is
 * stored already. It may be called twice for the same state, so what it owes needs an id of its own.
 */
export const createOnSettled =
  (sending: Sending) =>
  async (delivery: Delivery<Saying>, state: DeliveryState): Promise<void> => {
    const { _id: id, say, heldOn } = delivery;
    if (say.kind === 'case') {
      await noteSettled(say.case, { id, state: state.state, on: heldOn ?? null }, sending.deps);
      await redrawSent(say.case, id, sending.deps);
    }
    await noteReach(delivery, state, sending);
  };
