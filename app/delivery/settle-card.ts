import { composeCase } from '../../bot/cases/compose-case.ts';
import type { SettleSaying } from '../../bot/delivery/settling.ts';
import { personId } from '../../bot/ids.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';
import type { Delivered, Delivery } from '../../outbox/ports.ts';
import type { Sending } from './deps.ts';
import { updateCard } from './update-card.ts';

/** Updates a card that a newer one has replaced: it keeps its words and loses its buttons. */
export const settleCard = async (
  delivery: Pick<Delivery<unknown>, 'to' | 'reason'>,
  say: SettleSaying,
  sending: Sending,
): Promise<Delivered> => {
  const { deps, channelOn } = sending;
  const named = await deps.people.get(personId(delivery.to));
  if (named === null || channelOn(say.card.platform) === null) return { kind: 'obsolete' };
  const to = await resolveJoined(named, deps.people);
  const notice = 'draft' in say ? moved(say) : 'story' in say ? storyMoved(say) : await settledCase(say, to, deps);
  return notice === null ? { kind: 'obsolete' } : updateCard(say.card, to, notice, delivery, sending);
};

const moved = ({ on }: SettleSaying): Notice => ({ kind: 'draft-moved', to: on ?? null });

const storyMoved = ({ on }: SettleSaying): Notice => ({ kind: 'story-moved', to: on ?? null });

const settledCase = async (
  { case: id, turns, on }: Extract<SettleSaying, { case: unknown }>,
  to: Person,
  deps: Sending['deps'],
): Promise<Notice | null> => {
  const notice = await composeCase(id, to, turns, deps);
  return notice === null || on === undefined ? notice : { ...notice, goesOnIn: on };
};
