import { DeliveryError } from '../../outbox/delivery-error.ts';
import { boundedWait, noAnswer, reasonOf } from '../chat/failed-call.ts';
import { CallFailed } from './connector.ts';

/** Long enough for a conversation that Teams could not find for a moment to come back. */
const NOT_FOUND_RETRY_MS = 5_000;

/** Classifies a failed call to Teams for delivery. */
export const deliveryFault = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error;
  if (!(error instanceof CallFailed) || error.status === null) return noAnswer('Teams', error);
  const { status, retryAfter } = error;
  const reason = `Teams answered ${status}: ${reasonOf(error)}`;
  if (status === 403) return new DeliveryError('unreachable', reason, { cause: error });
  // In about one case in a hundred a 404 is temporary, so a single one proves nothing.
  if (status === 404)
    return new DeliveryError('doubtful', 'Teams answered 404 to it', { cause: error, retryAfter: NOT_FOUND_RETRY_MS });
  if (status === 408 || status === 412 || status === 429 || status >= 500) {
    const wait = retryAfter === null ? {} : { retryAfter: boundedWait(retryAfter) };
    return new DeliveryError('retry', reason, { cause: error, ...wait });
  }
  return new DeliveryError('failed', reason, { cause: error });
};
