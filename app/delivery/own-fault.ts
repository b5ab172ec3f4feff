import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { MAX_BROKEN_ATTEMPTS } from '../../outbox/backoff.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivery } from '../../outbox/ports.ts';
import type { Alarm } from './alarm.ts';

/** A place in our own code, such as `bot/cases/compose-case.ts:12`. */
const PLACE = /\b(?:app|adapters|bot|cards|outbox)\/[\w./-]+:\d+/;

/**
 * Marks an error of our own as `broken`, so that the message is set aside before long and delays nobody. The reason
 * names the error and its place, never its message, which may quote what people wrote. Admins hear of it at its last
 * attempt.
 * @throws DeliveryError, or StoreUnavailable
 */
export const ownFault = async (
  error: unknown,
  { _id, attempts }: Pick<Delivery<unknown>, '_id' | 'attempts'>,
  alarm: Pick<Alarm, 'onSetAside'>,
): Promise<never> => {
  if (error instanceof DeliveryError || error instanceof StoreUnavailable) throw error;
  const fault = error instanceof Error ? error : new Error(String(error));
  const place = PLACE.exec(fault.stack ?? '')?.[0];
  const reason = `Sammen could not compose it: ${fault.name}${place === undefined ? '' : ` at ${place}`}`;
  if (attempts >= MAX_BROKEN_ATTEMPTS) await alarm.onSetAside(_id, reason);
  throw new DeliveryError('broken', reason, { cause: error });
};
