import { isDeepStrictEqual } from 'node:util';
import { type Activity, addressOf, isPersonal, localeOf } from './activity.ts';
import { CallFailed } from './connector.ts';
import { deliveryFault } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import type { Reference } from './references.ts';

/**
 * Finds the sender's own chat with Sammen and stores what this activity reveals about it. Null when they have none,
 * which happens in a channel, in a group or on somebody else's message.
 */
export const findOwnChat = async (activity: Activity, deps: TurnDeps): Promise<Reference | null> => {
  const { references } = deps;
  const kept = await references.get(addressOf(activity.from));
  const conversation = isPersonal(activity)
    ? activity.conversation.id
    : kept?.installed
      ? kept.conversation
      : await open(activity, deps);
  if (conversation === null) return null;
  const chat = { ...seenIn(activity, conversation), ...localeKept(activity, kept) };
  if (!isDeepStrictEqual(chat, kept)) await references.keep(chat);
  return chat;
};

const REFUSED = [400, 403, 404, 405, 501];

/** Teams lets an app open a chat only with people who have it. */
const open = async (activity: Activity, { connector }: TurnDeps): Promise<string | null> => {
  const { serviceUrl, recipient, from } = activity;
  try {
    return await connector.open(serviceUrl, { bot: recipient.id, user: from.id, tenant: activity.tenant });
  } catch (error) {
    // Teams answers 403 when the person does not have the app; local clients do not support a second chat.
    if (error instanceof CallFailed && REFUSED.includes(error.status ?? 0)) return null;
    throw deliveryFault(error);
  }
};

const seenIn = (activity: Activity, conversation: string) => ({
  _id: addressOf(activity.from),
  conversation,
  serviceUrl: activity.serviceUrl,
  channel: activity.channelId,
  bot: activity.recipient.id,
  user: activity.from.id,
  tenant: activity.tenant,
  installed: true,
});

/** Not every activity has a locale and time zone; otherwise the last known ones apply. */
const localeKept = (activity: Activity, kept: Pick<Reference, 'locale' | 'timeZone'> | null) => {
  const { locale, timeZone } = localeOf(activity);
  return { locale: locale ?? kept?.locale ?? null, timeZone: timeZone ?? kept?.timeZone ?? null };
};
