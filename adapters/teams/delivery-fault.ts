import { DeliveryError } from '../../outbox/delivery-error.ts';
import { boundedWait, noAnswer, reasonOf } from '../chat/failed-call.ts';
import { CallFailed } from './connector.ts';

/** Long enough that a conversation which Teams had mislaid for a moment is back. */
const SECOND_LOOK = 5_000;

/** What a refusal by Teams means for a message. */
export const deliveryFault = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error;
  if (!(error instanceof CallFailed) || error.status === null) return noAnswer('Teams', error);
  const { status, retryAfter } = error;
  const reason = `Teams answered ${status}: ${reasonOf(error)}`;
  if (status === 403) return new DeliveryError('unreachable', reason, { cause: error });
  // About one 404 in a hundred comes back: a single one proves nothing.
  if (status === 404)
    return new DeliveryError('doubtful', 'Teams answered 404 to it', { cause: error, retryAfter: SECOND_LOOK });
  if (status === 408 || status === 412 || status === 429 || status >= 500) {
    const wait = retryAfter === null ? {} : { retryAfter: boundedWait(retryAfter) };
    return new DeliveryError('retry', reason, { cause: error, ...wait });
  }
  return new DeliveryError('failed', reason, { cause: error });
};
