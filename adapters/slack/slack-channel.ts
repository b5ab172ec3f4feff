import type { Person } from '../../bot/people/person.ts';
import { renderSlackMessage } from '../../cards/block-kit.ts';
import { accountOn, noChat } from '../chat/account-on.ts';
import type { CardMessage, Channel } from '../chat/channel.ts';
import { deliveryFault } from './delivery-fault.ts';
import { findOwnChat, type OwnChatDeps, openOwnChat } from './own-chat.ts';

/** Delivers to people's own chats with Sammen in Slack. */
export const createSlackChannel = ({ api, chats }: OwnChatDeps): Channel => {
  const accountOf = (person: Person): string => {
    const account = accountOn('slack', person);
    if (account === null) throw noChat('Slack');
    return account;
  };
  const placeOf = (person: Person): Promise<string> => findOwnChat(accountOf(person), { api, chats });
  const messageOf = ({ card, language }: CardMessage) => renderSlackMessage(card, language);
  return {
    post: async (to, _id, content) => {
      const message = messageOf(content);
      return api.post(await placeOf(to), message).catch(fail);
    },
    postInTeam: async ({ channel }, _id, content) => {
      const message = messageOf(content);
      return api.post(channel, message).catch(fail);
    },
    reopen: async (to) => {
      await openOwnChat(accountOf(to), { api, chats });
    },
    update: async (to, place, content) => {
      const message = messageOf(content);
      await api.update(await placeOf(to), place, message).catch(fail);
    },
  };
};

const fail = (error: unknown): never => {
  throw deliveryFault(error);
};
