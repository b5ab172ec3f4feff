import type { NoMessage } from '../../bot/delivery/decide.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivered } from '../../outbox/ports.ts';

/** Turns a decision that sends no message into its result. @throws DeliveryError when it is undeliverable */
export const carryOut = (decision: NoMessage): Delivered => {
  if (decision.kind === 'undeliverable') throw new DeliveryError(decision.outcome, decision.reason);
  return decision;
};
