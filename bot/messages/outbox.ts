import type { DeliveryId } from '../ids.ts';
import type { Owed } from './owed.ts';

/** Takes messages that do not belong to a case or draft; those keep their own. */
export interface Outbox<Say> {
  /** Idempotent by id; durable when the promise resolves. */
  add(owed: readonly Owed<Say>[]): Promise<void>;
}

/** Messages that are planned and not sent yet. */
export interface PlannedMessages {
  /** The earliest time at which a message leaves; null when it does not wait any more. */
  leavesAt(id: DeliveryId): Promise<Date | null>;
}
