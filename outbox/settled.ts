import { type DeliveryState, deliveryState } from '../bot/messages/delivery-states.ts';
import type { Delivery, Outcome, Untold } from './ports.ts';

export type SettledDeps<Say> = {
  untold: Untold<Say>;
  /** Whether `onSettled` is called for this delivery; each call costs a write. */
  watches(delivery: Delivery<Say>): boolean;
  /**
   * Called after a delivery ended, or began to wait for its platform. The state is stored already, so whoever looks it
   * up sees it. It is called again after a crash or an error, and late, so it must be safe to repeat.
   */
  onSettled(delivery: Delivery<Say>, state: DeliveryState): Promise<void>;
  onFault(error: unknown, delivery: Delivery<Say> | null): void;
};

/** Whether to tell of this outcome: the end of a delivery, or the first time that it waits for its platform. */
export const isWatched = <Say>(
  claimed: Delivery<Say>,
  outcome: Outcome,
  { watches }: Pick<SettledDeps<Say>, 'watches'>,
): boolean => {
  const isEnd = outcome.state !== 'due' && outcome.state !== 'queued';
  const beginsToWait = !isEnd && outcome.heldOn !== undefined && claimed.heldOn === undefined;
  return (isEnd || beginsToWait) && watches(claimed);
};

/** The delivery as it is stored after this outcome. */
export const afterOutcome = <Say>(
  { heldOn: _, ...claimed }: Delivery<Say>,
  { state, ...outcome }: Outcome,
): Delivery<Say> => ({
  ...claimed,
  state,
  reason: 'reason' in outcome ? outcome.reason : claimed.reason,
  sentAt: 'at' in outcome ? outcome.at : null,
  ...('heldOn' in outcome && outcome.heldOn !== undefined ? { heldOn: outcome.heldOn } : {}),
});

/** Tells of a stored outcome. After an error it stays untold, and the next sweep tells of it. */
export const tell = async <Say>(
  delivery: Delivery<Say>,
  { untold, onSettled, onFault }: Pick<SettledDeps<Say>, 'untold' | 'onSettled' | 'onFault'>,
): Promise<void> => {
  try {
    await onSettled(delivery, deliveryState(delivery));
    await untold.told(delivery._id, delivery.state);
  } catch (error) {
    onFault(error, delivery);
  }
};

/** Tells of what a dead process left untold. */
export const tellUntold = async <Say>(
  deps: Pick<SettledDeps<Say>, 'untold' | 'onSettled' | 'onFault'>,
): Promise<void> => {
  for (const delivery of await deps.untold.untold()) await tell(delivery, deps);
};
