import type { Owed } from './owed.ts';

/** Takes messages that do not belong to a case or draft; those keep their own. */
export interface Outbox<Say> {
  /** Idempotent by id; durable when the promise resolves. */
  add(owed: readonly Owed<Say>[]): Promise<void>;
}
