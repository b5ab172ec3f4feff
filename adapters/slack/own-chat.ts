import type { Chats } from './chats.ts';
import { deliveryFault } from './delivery-fault.ts';
import type { SlackApi } from './web-api.ts';

export type OwnChatDeps = { api: Pick<SlackApi, 'ownChat' | 'post' | 'update'>; chats: Pick<Chats, 'get' | 'keep'> };

/** Finds the person's own chat with Sammen. Asks Slack only when it is not known yet. @throws DeliveryError */
export const findOwnChat = async (user: string, deps: OwnChatDeps): Promise<string> =>
  (await deps.chats.get(user)) ?? openOwnChat(user, deps);

/** Asks Slack for the person's own chat, whatever is known of it. @throws DeliveryError */
export const openOwnChat = async (user: string, { api, chats }: OwnChatDeps): Promise<string> => {
  const channel = await api.ownChat(user).catch((error: unknown) => {
    throw deliveryFault(error);
  });
  await chats.keep(user, channel);
  return channel;
};
