import type { NoMessage } from '../../bot/delivery/decide.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivered } from '../../outbox/ports.ts';

/** What is decided without a message being sent. @throws DeliveryError */
export const carryOut = (decision: NoMessage): Delivered => {
  if (decision.kind === 'undeliverable') throw new DeliveryError(decision.outcome, decision.reason);
  return decision;
};
