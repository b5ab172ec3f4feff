import type { Chats } from './chats.ts';
import type { SlackApi } from './web-api.ts';

export type OwnChatDeps = { api: Pick<SlackApi, 'ownChat' | 'post' | 'update'>; chats: Pick<Chats, 'get' | 'keep'> };

/** The person's own chat with Sammen; Slack is asked for it at their first word outside of it only. */
export const findOwnChat = async (user: string, { api, chats }: OwnChatDeps): Promise<string> => {
  const kept = await chats.get(user);
  if (kept !== null) return kept;
  const channel = await api.ownChat(user);
  await chats.keep(user, channel);
  return channel;
};
