import type { Fault } from '../bot/messages/fault.ts';
import { DAY, MINUTE, SECOND } from '../bot/time/units.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Delivery, Outcome } from './ports.ts';

/**
 * A passing fault is retried for this long, in milliseconds, and at least this many times, so that a process that was
 * down meanwhile does not give up at once. Longer than a weekend with a holiday at both ends (docs/rules.md, "Delivery").
 */
const MAX_FAILING_MS = 5 * DAY;
const MIN_ATTEMPTS = 20;
/** How often a message that we cannot compose is tried: a store in the middle of an upgrade passes, a bug does not. */
export const MAX_BROKEN_ATTEMPTS = 4;
/** From this attempt on, a message refused for an unknown reason no longer delays the ones behind it. */
const ASIDE_FROM = 4;
const FIRST_BACKOFF_MS = SECOND;
const MAX_BACKOFF_MS = 20 * MINUTE;
/** Delay before retrying a platform that shuts the app out, when nobody says when, in milliseconds. */
const BARRED_RETRY_MS = MINUTE;

type Attempted = Pick<Delivery<unknown>, 'to' | 'queue' | 'attempts' | 'reason' | 'failingSince'>;
type Retry = Extract<Outcome, { tryAt: Date }>;

const retryIn = ({ queue }: Pick<Attempted, 'queue'>, milliseconds: number, reason: string | null): Retry => ({
  state: queue === undefined ? 'due' : 'queued',
  tryAt: new Date(Date.now() + milliseconds),
  reason,
});

/** Retries for a reason unrelated to the message, so the attempt does not count. */
export const putOff = (claimed: Pick<Attempted, 'queue'>, milliseconds: number, reason: string | null): Retry => ({
  ...retryIn(claimed, milliseconds, reason),
  uncounted: true,
});

/** The outcome of a failed attempt: retry with exponential backoff, or a final state. */
export const afterFault = (error: unknown, claimed: Attempted): Outcome => {
  const reason = error instanceof Error ? error.message : String(error);
  const fault: Fault = error instanceof DeliveryError ? error.outcome : 'retry';
  const { retryAfter, heldOn } = error instanceof DeliveryError ? error : { retryAfter: null, heldOn: null };
  const ends = (state: 'unreachable' | 'failed'): Outcome => ({ state, reason, undelivered: claimed.to });
  switch (fault) {
    case 'barred':
      return {
        ...putOff(claimed, retryAfter ?? BARRED_RETRY_MS, reason),
        ...(heldOn === null ? {} : { heldOn }),
      };
    case 'unreachable':
    case 'gone':
      return ends('unreachable');
    case 'failed':
      return ends('failed');
    case 'broken':
      return claimed.attempts >= MAX_BROKEN_ATTEMPTS ? ends('failed') : again(claimed, reason, retryAfter);
    case 'doubtful':
      return reason === claimed.reason ? ends('unreachable') : again(claimed, reason, retryAfter);
    case 'retry':
      return isWorn(claimed) ? ends('failed') : again(claimed, reason, retryAfter);
    case 'unknown': {
      if (isWorn(claimed)) return ends('failed');
      const aside = claimed.attempts >= ASIDE_FROM ? { aside: true as const } : {};
      return { ...again(claimed, reason, retryAfter), ...aside };
    }
  }
};

/** Whether a message has been tried for long enough. */
const isWorn = ({ attempts, failingSince }: Attempted): boolean =>
  attempts >= MIN_ATTEMPTS && failingSince !== undefined && Date.now() - failingSince.getTime() >= MAX_FAILING_MS;

const again = (claimed: Attempted, reason: string, asked: number | null): Retry => {
  const backoff = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (claimed.attempts - 1));
  // Jitter keeps many conversations that failed together from coming back together.
  const pause = Math.max(asked ?? 0, backoff / 2) + Math.random() * (backoff / 2);
  return { ...retryIn(claimed, pause, reason), failingSince: claimed.failingSince ?? new Date() };
};
