import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '../bot/time/units.ts';
import type { Deliveries, Delivery, Outcome } from './ports.ts';
import { afterOutcome, isWatched, type SettledDeps, tell } from './settled.ts';

/**
 * Lease and renewal intervals, in milliseconds: a lease survives a stalled process, not a dead one (docs/rules.md,
 * "Delivery").
 */
export const LEASE_MS = 15 * SECOND;
const RENEW_MS = 5 * SECOND;
const MAX_MARK_ATTEMPTS = 10;
const MARK_RETRY_MS = 500;

/** The end of a lease that begins now. */
export const newLease = (): Date => new Date(Date.now() + LEASE_MS);

export type LeaseDeps<Say> = SettledDeps<Say> & {
  deliveries: Pick<Deliveries<Say>, 'renew' | 'finish'>;
};

/** Renews the lease while `work` runs, then ends it with the outcome, and tells of it. */
export const whileLeased = async <Say>(
  claimed: Delivery<Say>,
  holder: string,
  work: () => Promise<Outcome>,
  deps: LeaseDeps<Say>,
): Promise<void> => {
  const { deliveries, onFault } = deps;
  const renewal = setInterval(() => {
    deliveries.renew(claimed._id, holder, newLease()).catch((error) => onFault(error, claimed));
  }, RENEW_MS);
  try {
    const outcome = await work();
    const watched = isWatched(claimed, outcome, deps);
    // A store that is briefly unavailable must not cause a sent message to be sent again: retry the mark while the
    // lease holds.
    for (let tries = 1; ; tries++) {
      try {
        await deliveries.finish(claimed._id, holder, outcome, watched);
        break;
      } catch (error) {
        if (tries === MAX_MARK_ATTEMPTS) throw error;
        await sleep(MARK_RETRY_MS);
      }
    }
    if (watched) await tell(afterOutcome(claimed, outcome), deps);
  } finally {
    clearInterval(renewal);
  }
};
