import type { DeliveryId } from '../ids.ts';
import type { Platform } from '../platform.ts';

/**
 * A message that did not go out: it ended as undeliverable or failed, waits for its platform, or is tried again after a
 * fault. Holds neither text nor who it is to, or from whom.
 */
export type StuckMessage = {
  id: DeliveryId;
  state: 'undeliverable' | 'failed' | 'waiting' | 'on-its-way';
  /** What it is about, such as `case` or `nudge`; `quiet` when it only updates a card. */
  kind: string;
  quiet: boolean;
  /** Null when no platform was asked. */
  platform: Platform | null;
  /** When it was to be sent, in domain time. */
  since: Date;
  attempts: number;
  /** The platform's words, or ours. */
  reason: string;
};

export interface StuckMessages {
  /** Oldest first; up to `limit`, when there is one. */
  stuck(limit?: number): Promise<StuckMessage[]>;
  counts(): Promise<Record<'undeliverable' | 'failed' | 'waiting', number>>;
  /** Makes one that waits for its retry due at once; false when it does not wait. */
  hurry(id: DeliveryId): Promise<boolean>;
}
