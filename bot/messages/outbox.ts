import type { Owed } from './owed.ts';

/** Messages that belong to no case or draft. */
export interface Outbox<Say> {
  /** Adding one twice is adding it once; durable when the promise resolves. */
  add(owed: readonly Owed<Say>[]): Promise<void>;
}
