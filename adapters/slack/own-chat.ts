import type { Chats } from './chats.ts';
import type { SlackApi } from './web-api.ts';

export type OwnChatDeps = { api: Pick<SlackApi, 'ownChat' | 'post' | 'update'>; chats: Pick<Chats, 'get' | 'keep'> };

/** Finds the person's own chat with Sammen. Asks Slack only when it is not known yet. */
export const findOwnChat = async (user: string, { api, chats }: OwnChatDeps): Promise<string> => {
  const kept = await chats.get(user);
  if (kept !== null) return kept;
  const channel = await api.ownChat(user);
  await chats.keep(user, channel);
  return channel;
};
