import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryId } from '../../bot/ids.ts';
import type { Platform } from '../../bot/platform.ts';
import { deliver, type Sending } from './deliver.ts';
import type { Deliveries, Delivery, Outcome } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Pace } from './pace.ts';

/** A lease outlives a stalled moment, not a dead process; it is renewed while in use (docs/rules.md, "Delivery"). */
export const LEASE = 15_000;
const RENEW = 5_000;
const MOST_ATTEMPTS = 12;
const MOST_MARKS = 10;
const MARK_AGAIN = 500;
const FIRST_BACKOFF = 1_000;
const LONGEST_BACKOFF = 15 * 60_000;
/** Before somebody looks again whether a run goes on. */
const HELD = 5_000;
/** Before a platform that shuts Sammen out is asked again. */
const BARRED_FOR = 60_000;

export type SendDeps = {
  deliveries: Deliveries;
  sending: Sending;
  pace: Pace;
  onFault(error: unknown, delivery: Delivery | null): void;
};

/** Until when what is claimed now may be sent by nobody else. */
export const newLease = (): Date => new Date(Date.now() + LEASE);

/** Takes a delivery, unless somebody else has it, and notes what came of it. */
export const sendOne = async (id: DeliveryId, holder: string, deps: SendDeps): Promise<void> => {
  const claimed = await deps.deliveries.claim(id, holder, new Date(), newLease());
  if (claimed !== null) await sendClaimed(claimed, holder, deps);
};

export const sendClaimed = async (claimed: Delivery, holder: string, deps: SendDeps): Promise<void> => {
  const { deliveries } = deps;
  const renewal = setInterval(() => {
    deliveries.renew(claimed._id, holder, newLease()).catch((error) => deps.onFault(error, claimed));
  }, RENEW);
  try {
    const outcome = await inTurn(claimed, deps);
    // A store that is away now must not undo a message that was sent: the mark is tried for as long as the lease holds.
    for (let tries = 1; ; tries++) {
      try {
        await deliveries.finish(claimed._id, holder, outcome);
        return;
      } catch (error) {
        if (tries === MOST_MARKS) throw error;
        await sleep(MARK_AGAIN);
      }
    }
  } finally {
    clearInterval(renewal);
  }
};

/** A message of a run waits for its turn on the platform, and is made up only then. */
const inTurn = async (claimed: Delivery, deps: SendDeps): Promise<Outcome> => {
  if (claimed.run !== undefined && !(await deps.pace.turn(claimed.run))) return putOff(claimed, 0, null);
  return tryToDeliver(claimed, deps);
};

const tryToDeliver = async (claimed: Delivery, { sending, pace, onFault }: SendDeps): Promise<Outcome> => {
  let asked: Platform | null = null;
  // Whatever is asked of a platform counts; a run has waited for its own turn already.
  const spoken: Sending = {
    ...sending,
    channelOn: (platform) => {
      const channel = sending.channelOn(platform);
      if (channel !== null && claimed.run !== platform) pace.used(platform);
      if (channel !== null) asked = platform;
      return channel;
    },
  };
  try {
    const delivered = await deliver(claimed, spoken);
    switch (delivered.kind) {
      case 'sent':
        return { state: 'sent', at: new Date() };
      case 'obsolete':
        return { state: 'obsolete' };
      case 'held':
        return putOff(claimed, HELD, null);
      case 'later':
        return { ...putOff(claimed, 0, null), notBefore: delivered.at };
    }
  } catch (error) {
    onFault(error, claimed);
    if (asked !== null && error instanceof DeliveryError && error.outcome === 'retry' && error.retryAfter !== null) {
      await pace.hold(asked, error.retryAfter).catch((fault: unknown) => onFault(fault, claimed));
    }
    return outcomeOf(error, claimed);
  }
};

type Again = Extract<Outcome, { tryAt: Date }>;

const again = ({ run }: Delivery, milliseconds: number, reason: string | null): Again => ({
  state: run === undefined ? 'due' : 'queued',
  tryAt: new Date(Date.now() + milliseconds),
  reason,
});

/** Not for anything the message is at fault for. */
const putOff = (claimed: Delivery, milliseconds: number, reason: string | null): Again => ({
  ...again(claimed, milliseconds, reason),
  uncounted: true,
});

const outcomeOf = (error: unknown, claimed: Delivery): Outcome => {
  const { attempts, reason: before } = claimed;
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof DeliveryError) {
    const { outcome } = error;
    if (outcome === 'unreachable' || outcome === 'failed') return { state: outcome, reason };
    if (outcome === 'doubtful' && reason === before) return { state: 'unreachable', reason };
    if (outcome === 'barred') return putOff(claimed, error.retryAfter ?? BARRED_FOR, reason);
  }
  if (attempts >= MOST_ATTEMPTS) return { state: 'failed', reason };
  const asked = error instanceof DeliveryError ? error.retryAfter : null;
  const backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (attempts - 1));
  // Jitter keeps many conversations that failed together from coming back together.
  return again(claimed, (asked ?? backoff / 2) + Math.random() * (backoff / 2), reason);
};
