import type { CaseId, PersonId, StoryId } from '../ids.ts';
import { settledCardId } from '../messages/ids.ts';
import { type Owed, update } from '../messages/owed.ts';
import type { Platform } from '../platform.ts';
import type { Place } from './living-card.ts';

/** The turns that an older card keeps when it loses its buttons. */
type Turns = { from: number; to: number };

/** What an older card was about: a case's keeps the words of some turns, a draft's or a story's keeps none. */
type Replaced = { case: CaseId; turns: Turns } | { draft: CaseId } | { story: StoryId };

/** An older card that a newer one has taken over from. `on`: where the newer one is, if that is another platform. */
export type SettleSaying = { kind: 'settle'; card: Place; on?: Platform } & Replaced;

/** Settles an older card, once. Owed by itself, so that its platform delays no new message. */
export const settling = (
  to: PersonId,
  replaced: Replaced,
  older: Place,
  newer: Pick<Place, 'platform'>,
  now: Date,
): Owed<SettleSaying> => {
  const { platform, message } = older;
  const on = newer.platform === platform ? {} : { on: newer.platform };
  const say = { kind: 'settle' as const, ...replaced, card: { platform, message }, ...on };
  return update(settledCardId(platform, message), to, say, now);
};
