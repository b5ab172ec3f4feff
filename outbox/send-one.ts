import type { DeliveryId } from '../bot/ids.ts';
import { SECOND } from '../bot/time/units.ts';
import { afterFault, putOff } from './backoff.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Holds } from './holds.ts';
import { type LeaseDeps, newLease, whileLeased } from './lease.ts';
import type { Deliver, Deliveries, Delivery, Outcome, Queue, RequestOn } from './ports.ts';
import type { RateLimit } from './rate-limit.ts';

/** Delay before checking again whether a paused run has resumed, in milliseconds. */
const HELD_RETRY_MS = 5 * SECOND;

export type SendDeps<Say> = LeaseDeps<Say> & {
  deliveries: Deliveries<Say>;
  deliver: Deliver<Say>;
  rateLimit: RateLimit;
  holds: Holds;
};

/** Claims a delivery unless another holder has it, sends it, and records the outcome. */
export const sendOne = async <Say>(id: DeliveryId, holder: string, deps: SendDeps<Say>): Promise<void> => {
  const claimed = await deps.deliveries.claim(id, holder, new Date(), newLease());
  if (claimed !== null) await sendClaimed(claimed, holder, deps);
};

/** Sends a delivery that `holder` has claimed, and records the outcome. */
export const sendClaimed = <Say>(claimed: Delivery<Say>, holder: string, deps: SendDeps<Say>): Promise<void> =>
  whileLeased(claimed, holder, () => sendInTurn(claimed, deps), deps);

/** A run's message waits for its turn in the queue, and is composed only then. */
const sendInTurn = async <Say>(claimed: Delivery<Say>, deps: SendDeps<Say>): Promise<Outcome> => {
  if (claimed.queue !== undefined && !(await deps.rateLimit.turn(claimed.queue))) return putOff(claimed, 0, null);
  return tryToDeliver(claimed, deps);
};

const tryToDeliver = async <Say>(
  claimed: Delivery<Say>,
  { deliver, rateLimit, holds, onFault }: SendDeps<Say>,
): Promise<Outcome> => {
  let asked: Queue | null = null;
  // Every request counts; a run's own requests were counted when it took its turn.
  const request: RequestOn = (queue, work) =>
    holds.request(queue, () => {
      if (claimed.queue !== queue) rateLimit.used(queue);
      asked = queue;
      return work();
    });
  try {
    const delivered = await deliver(claimed, request);
    switch (delivered.kind) {
      case 'sent':
        return {
          state: 'sent',
          at: new Date(),
          ...('standsAt' in delivered ? { standsAt: delivered.standsAt } : {}),
        };
      case 'obsolete':
        return { state: 'obsolete' };
      case 'held':
        return putOff(claimed, HELD_RETRY_MS, null);
      case 'later':
        return { ...putOff(claimed, 0, null), notBefore: delivered.at };
    }
  } catch (error) {
    onFault(error, claimed);
    if (asked !== null && error instanceof DeliveryError && error.outcome === 'retry' && error.retryAfter !== null) {
      await rateLimit.hold(asked, error.retryAfter).catch((fault: unknown) => onFault(fault, claimed));
    }
    return afterFault(error, claimed);
  }
};
