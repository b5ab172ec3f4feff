import type { CaseId, PersonId } from '../ids.ts';
import { settledCardId } from '../messages/ids.ts';
import { type Owed, update } from '../messages/owed.ts';
import type { Platform } from '../platform.ts';
import type { Place } from './living-card.ts';

/** The turns that an older card keeps when it loses its buttons. */
export type Turns = { from: number; to: number };

/**
 * An older card that a newer one has taken over from: a case's keeps the words of some turns, a draft's keeps none. `on`:
 * where the draft's newer one is, if that is another platform.
 */
export type SettleSaying =
  | { kind: 'settle'; case: CaseId; card: Place; turns: Turns }
  | { kind: 'settle'; draft: CaseId; card: Place; on?: Platform };

/** Settles an older card, once. Owed by itself, so that its platform delays no new message. */
export const settling = (
  to: PersonId,
  id: CaseId,
  { platform, message }: Place,
  turns: Turns,
  now: Date,
): Owed<SettleSaying> =>
  update(settledCardId(platform, message), to, { kind: 'settle', case: id, card: { platform, message }, turns }, now);

/** Settles an older preview of a draft, likewise. */
export const settlingPreview = (
  to: PersonId,
  draft: CaseId,
  { platform, message }: Place,
  newer: Pick<Place, 'platform'>,
  now: Date,
): Owed<SettleSaying> => {
  const on = newer.platform === platform ? {} : { on: newer.platform };
  const say = { kind: 'settle' as const, draft, card: { platform, message }, ...on };
  return update(settledCardId(platform, message), to, say, now);
};
