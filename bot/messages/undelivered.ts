import type { DeliveryId, PersonId } from '../ids.ts';
import type { Owed } from './owed.ts';

/** Messages that ended as undeliverable or failed. */
export interface Undelivered<Say> {
  undeliveredTo(person: PersonId): Promise<Owed<Say>[]>;
  /** Makes one due again, in its old place in the conversation; false when it was not undelivered. Safe to repeat. */
  retry(id: DeliveryId): Promise<boolean>;
}
