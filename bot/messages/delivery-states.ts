import type { DeliveryId } from '../ids.ts';

/**
 * What is known of a message that was handed over for delivery (docs/rules.md, "Delivery"). Only `sent` means that the
 * platform accepted it. `on-its-way` covers every retry. `waiting`: the platform shuts Sammen out, so it waits until
 * that is mended. `undeliverable`: the person is gone, blocked or removed Sammen; sent again when they come back.
 * `failed`: set aside until an operator retries it. `obsolete`: it no longer said anything true, so nothing was sent.
 */
export type DeliveryState =
  | { state: 'on-its-way' | 'obsolete' }
  | { state: 'sent'; at: Date }
  | { state: 'waiting' | 'undeliverable' | 'failed'; reason: string };

export interface DeliveryStates {
  /** A message that is still owed by its case or draft, or no longer kept, is missing from the answer. */
  statesOf(ids: readonly DeliveryId[]): Promise<ReadonlyMap<DeliveryId, DeliveryState>>;
}

/** The stored parts of a delivery that tell its state. */
type Stored = {
  state: 'due' | 'queued' | 'sent' | 'obsolete' | 'unreachable' | 'failed';
  reason: string | null;
  sentAt: Date | null;
  heldOn?: unknown;
};

const NEVER = new Date(0);

export const deliveryState = ({ state, reason, sentAt, heldOn }: Stored): DeliveryState => {
  switch (state) {
    case 'due':
    case 'queued':
      return heldOn === undefined ? { state: 'on-its-way' } : { state: 'waiting', reason: reason ?? '' };
    case 'sent':
      return { state, at: sentAt ?? NEVER };
    case 'obsolete':
      return { state };
    case 'unreachable':
      return { state: 'undeliverable', reason: reason ?? '' };
    case 'failed':
      return { state, reason: reason ?? '' };
  }
};
