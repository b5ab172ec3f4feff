import type { Window } from '../../bot/cases/view-context.ts';
import { composeSubject } from '../../bot/conversation/compose.ts';
import type { PressedSubject } from '../../bot/conversation/decode-action.ts';
import type { LivingCard, Place } from '../../bot/delivery/living-card.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Cards } from '../../cards/create-cards.ts';
import type { Card } from '../../cards/model.ts';
import type { Sending } from './deps.ts';

/**
 * The current content of a person's message about a dilemma or a nudge, for platforms that take the new card as the
 * answer to a press. Null when another message has become the living card.
 */
export const present = async (
  about: PressedSubject,
  to: Person,
  place: Place,
  { deps, posts }: Pick<Sending, 'deps' | 'posts'>,
): Promise<Notice | null> => {
  const card =
    about.kind === 'nudge'
      ? { window: { from: 0 }, place: (await deps.nudges.get(about.id))?.sent ?? null }
      : await posts
          .get(to._id, about.kind === 'meeting' ? about.meeting : about.id)
          .then((post) => ({ window: windowOf(post), place: post }));
  const isLiving = card.place?.platform === place.platform && card.place.message === place.message;
  return isLiving ? composeSubject(about, to, card.window, deps) : null;
};

const windowOf = (post: LivingCard | null): Window => ({
  from: post?.from ?? 0,
  ...(post?.news === undefined ? {} : { news: post.news }),
});

/** Like `present`, rendered as a card in the person's language. */
export const presentCard = async (
  about: PressedSubject,
  to: Person,
  place: Place,
  { cards, ...sending }: Pick<Sending, 'deps' | 'posts'> & { cards: Cards },
): Promise<Card | null> => {
  const notice = await present(about, to, place, sending);
  return notice === null ? null : cards.card(notice, to.language);
};
