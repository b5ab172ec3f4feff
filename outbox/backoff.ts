import { MINUTE, SECOND } from '../bot/time/units.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Delivery, Outcome } from './ports.ts';

const MAX_ATTEMPTS = 12;
const FIRST_BACKOFF = SECOND;
const MAX_BACKOFF = 15 * MINUTE;
/** Before a platform that shuts the app out is asked again. */
const BARRED_FOR = MINUTE;

type Tried = Pick<Delivery<unknown>, 'run' | 'attempts' | 'reason'>;
type Again = Extract<Outcome, { tryAt: Date }>;

const again = ({ run }: Tried, milliseconds: number, reason: string | null): Again => ({
  state: run === undefined ? 'due' : 'queued',
  tryAt: new Date(Date.now() + milliseconds),
  reason,
});

/** Tries again for a reason that the message is not at fault for, so the try does not count. */
export const putOff = (claimed: Tried, milliseconds: number, reason: string | null): Again => ({
  ...again(claimed, milliseconds, reason),
  uncounted: true,
});

/** What a failed try means for a delivery. */
export const afterFault = (error: unknown, claimed: Tried): Outcome => {
  const { attempts, reason: before } = claimed;
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof DeliveryError) {
    const { outcome } = error;
    if (outcome === 'unreachable' || outcome === 'failed') return { state: outcome, reason };
    if (outcome === 'doubtful' && reason === before) return { state: 'unreachable', reason };
    if (outcome === 'barred') return putOff(claimed, error.retryAfter ?? BARRED_FOR, reason);
  }
  if (attempts >= MAX_ATTEMPTS) return { state: 'failed', reason };
  const asked = error instanceof DeliveryError ? error.retryAfter : null;
  const backoff = Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** (attempts - 1));
  // Jitter keeps many conversations that failed together from coming back together.
  return again(claimed, (asked ?? backoff / 2) + Math.random() * (backoff / 2), reason);
};
