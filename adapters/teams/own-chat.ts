import { isDeepStrictEqual } from 'node:util';
import { type Activity, addressOf, isPersonal, localeOf } from './activity.ts';
import { CallFailed } from './connector.ts';
import { deliveryFault } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import type { Reference } from './references.ts';

/**
 * The sender's own chat with Sammen, kept anew when this activity shows anything new about it. Whoever is met in a
 * channel, a group or a message of somebody else may have none: then null.
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

/** Teams lets an app open a chat with those who have it, and nobody else. */
const open = async (activity: Activity, { connector }: TurnDeps): Promise<string | null> => {
  const { serviceUrl, recipient, from } = activity;
  try {
    return await connector.open(serviceUrl, { bot: recipient.id, user: from.id, tenant: activity.tenant });
  } catch (error) {
    // Teams says 403 when the person does not have the app; local clients know of no second chat.
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

/** Not every activity says them; what was said before then holds. */
const localeKept = (activity: Activity, kept: Pick<Reference, 'locale' | 'timeZone'> | null) => {
  const { locale, timeZone } = localeOf(activity);
  return { locale: locale ?? kept?.locale ?? null, timeZone: timeZone ?? kept?.timeZone ?? null };
};
