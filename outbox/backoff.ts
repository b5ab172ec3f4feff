import { MINUTE, SECOND } from '../bot/time/units.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Delivery, Outcome } from './ports.ts';

const MAX_ATTEMPTS = 12;
const FIRST_BACKOFF_MS = SECOND;
const MAX_BACKOFF_MS = 15 * MINUTE;
/** Delay before retrying a platform that blocks the app, in milliseconds. */
const BARRED_RETRY_MS = MINUTE;

type Attempted = Pick<Delivery<unknown>, 'queue' | 'attempts' | 'reason'>;
type Retry = Extract<Outcome, { tryAt: Date }>;

const retryIn = ({ queue }: Attempted, milliseconds: number, reason: string | null): Retry => ({
  state: queue === undefined ? 'due' : 'queued',
  tryAt: new Date(Date.now() + milliseconds),
  reason,
});

/** Retries for a reason unrelated to the message, so the attempt does not count. */
export const putOff = (claimed: Attempted, milliseconds: number, reason: string | null): Retry => ({
  ...retryIn(claimed, milliseconds, reason),
  uncounted: true,
});

/** The outcome of a failed attempt: retry with exponential backoff, or a final state. */
export const afterFault = (error: unknown, claimed: Attempted): Outcome => {
  const { attempts, reason: before } = claimed;
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof DeliveryError) {
    const { outcome } = error;
    if (outcome === 'unreachable' || outcome === 'failed') return { state: outcome, reason };
    if (outcome === 'doubtful' && reason === before) return { state: 'unreachable', reason };
    if (outcome === 'barred') return putOff(claimed, error.retryAfter ?? BARRED_RETRY_MS, reason);
  }
  if (attempts >= MAX_ATTEMPTS) return { state: 'failed', reason };
  const asked = error instanceof DeliveryError ? error.retryAfter : null;
  const backoff = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempts - 1));
  // Jitter keeps many conversations that failed together from coming back together.
  return retryIn(claimed, (asked ?? backoff / 2) + Math.random() * (backoff / 2), reason);
};
