import type { Person } from '../../bot/people/person.ts';
import type { Clock } from '../../bot/time/clock.ts';
import { renderAdaptiveCard } from '../../cards/adaptive.ts';
import { withoutSearch } from '../../cards/find-colleague.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { CardMessage, Channel } from '../chat/channel.ts';
import type { Chat, ChatMessage } from './chat.ts';

/** Delivers to the sandbox's chats. The delivery's id becomes the message's id, so a repeat does not add a message. */
export const createSandboxChannel = (chat: Chat, clock: Clock): Channel => {
  const messageOf = (to: Person, id: string, { card, language, rev }: CardMessage): Omit<ChatMessage, 'seq'> => ({
    _id: id,
    person: to._id,
    at: clock(),
    from: 'bot',
    text: renderPlainText(card, language),
    card: JSON.stringify(renderAdaptiveCard(withoutSearch(card), language)),
    neutral: JSON.stringify(card),
    rev,
  });
  return {
    post: async (to, id, content) => {
      await chat.put(messageOf(to, id, content), true);
      return id;
    },
    // The sandbox has chats but no channels, so nobody can turn this on there.
    postInTeam: async () => {
      throw new DeliveryError('unreachable', 'the sandbox has no channels');
    },
    // A sandbox chat is never gone.
    reopen: async () => undefined,
    update: (to, message, content) => chat.put(messageOf(to, message, content), false),
  };
};
