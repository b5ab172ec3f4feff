import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '../bot/time/units.ts';
import type { Deliveries, Delivery, Outcome } from './ports.ts';

/** A lease outlives a stalled moment, not a dead process; it is renewed while in use (docs/rules.md, "Delivery"). */
export const LEASE = 15 * SECOND;
const RENEW = 5 * SECOND;
const MAX_MARKS = 10;
const MARK_AGAIN = 500;

/** Until when what is claimed now may be sent by nobody else. */
export const newLease = (): Date => new Date(Date.now() + LEASE);

export type LeaseDeps<Say> = {
  deliveries: Pick<Deliveries<Say>, 'renew' | 'finish'>;
  onFault(error: unknown, delivery: Delivery<Say>): void;
};

/** Renews the lease while `work` lasts, then ends it with what came of the work. */
export const whileLeased = async <Say>(
  claimed: Delivery<Say>,
  holder: string,
  work: () => Promise<Outcome>,
  { deliveries, onFault }: LeaseDeps<Say>,
): Promise<void> => {
  const renewal = setInterval(() => {
    deliveries.renew(claimed._id, holder, newLease()).catch((error) => onFault(error, claimed));
  }, RENEW);
  try {
    const outcome = await work();
    // A store that is away now must not undo a message that was sent: the mark is tried for as long as the lease holds.
    for (let tries = 1; ; tries++) {
      try {
        await deliveries.finish(claimed._id, holder, outcome);
        return;
      } catch (error) {
        if (tries === MAX_MARKS) throw error;
        await sleep(MARK_AGAIN);
      }
    }
  } finally {
    clearInterval(renewal);
  }
};
