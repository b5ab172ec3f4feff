import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Clock } from '../../bot/time/clock.ts';
import { renderAdaptiveCard } from '../../cards/adaptive.ts';
import type { Cards } from '../../cards/create-cards.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import type { Channel } from '../delivery/channel.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Chat, ChatMessage } from './chat.ts';

/** Delivers to the sandbox's chats. The delivery's id names the message, so a repeat changes nothing. */
export const createSandboxChannel = (chat: Chat, cards: Cards, clock: Clock): Channel => {
  const messageOf = (to: Person, id: string, notice: Notice): Omit<ChatMessage, 'seq'> => {
    const card = cards.card(notice, to.language);
    return {
      _id: id,
      person: to._id,
      at: clock(),
      from: 'bot',
      text: renderPlainText(card, to.language),
      card: JSON.stringify(renderAdaptiveCard(card, to.language)),
      neutral: JSON.stringify(card),
      rev: 'view' in notice && 'rev' in notice.view ? notice.view.rev : null,
    };
  };
  return {
    post: async (to, id, notice) => {
      await chat.put(messageOf(to, id, notice), true);
      return id;
    },
    // The made-up workplace has chats and no channels, so nobody can ask for it there.
    postInTeam: async () => {
      throw new DeliveryError('unreachable', 'the sandbox has no channels');
    },
    update: (to, message, notice) => chat.put(messageOf(to, message, notice), false),
  };
};
