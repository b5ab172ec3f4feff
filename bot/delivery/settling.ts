import type { CaseId, PersonId } from '../ids.ts';
import { settledCardId } from '../messages/ids.ts';
import { type Owed, update } from '../messages/owed.ts';
import type { Place } from './living-card.ts';

/** The turns that an older card keeps when it loses its buttons. */
export type Turns = { from: number; to: number };

/** An older card of a case that a newer one has taken over from. */
export type SettleSaying = { kind: 'settle'; case: CaseId; card: Place; turns: Turns };

/** Settles an older card, once. Owed by itself, so that its platform delays no new message. */
export const settling = (
  to: PersonId,
  id: CaseId,
  { platform, message }: Place,
  turns: Turns,
  now: Date,
): Owed<SettleSaying> =>
  update(settledCardId(platform, message), to, { kind: 'settle', case: id, card: { platform, message }, turns }, now);
