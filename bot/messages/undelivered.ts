import type { DeliveryId, PersonId } from '../ids.ts';
import type { Owed } from './owed.ts';

/** Messages that ended without being sent. */
export interface Undelivered<Say> {
  /** Those that ended as undeliverable, oldest first; a failed one is only sent again by an operator. */
  undeliveredTo(person: PersonId): Promise<Owed<Say>[]>;
  /** Makes one due again, in its old place in the conversation; false unless it was undeliverable or failed. */
  retry(id: DeliveryId): Promise<boolean>;
}
