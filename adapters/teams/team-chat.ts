import { isDeepStrictEqual } from 'node:util';
import type { Activity } from './activity.ts';
import type { TurnDeps } from './deps.ts';

/** Behind this comes the thread in which something was written. */
const THREAD = ';messageid=';

/** A channel's posts begin threads; a group chat has none. Teams says in the id which it is. */
const CHANNEL = /@thread\.(?:tacv2|skype)$/u;

export const hasThreads = (chat: string): boolean => CHANNEL.test(chat);

/** The channel or group chat in which something was written, kept as it can be reached now. Answers its id. */
export const keepTeamChat = async (activity: Activity, { references }: TurnDeps): Promise<string> => {
  const [chat = ''] = activity.conversation.id.split(THREAD, 1);
  const reference = {
    _id: chat,
    conversation: chat,
    serviceUrl: activity.serviceUrl,
    channel: activity.channelId,
    bot: activity.recipient.id,
    user: activity.recipient.id,
    tenant: activity.tenant,
    locale: null,
    timeZone: null,
    installed: true,
  };
  if (!isDeepStrictEqual(reference, await references.get(chat))) await references.keep(reference);
  return chat;
};
