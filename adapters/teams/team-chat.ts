import { isDeepStrictEqual } from 'node:util';
import type { Activity } from './activity.ts';
import type { TurnDeps } from './deps.ts';

/** Separates a channel's id from the id of the thread. */
const THREAD = ';messageid=';

/** A post in a channel starts a thread; a group chat has no threads. The id tells them apart. */
const CHANNEL = /@thread\.(?:tacv2|skype)$/u;

export const hasThreads = (chat: string): boolean => CHANNEL.test(chat);

/** Stores how to reach the channel or group chat of an activity. Returns its id. */
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
