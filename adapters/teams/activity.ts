import { fingerprint } from '../../bot/fingerprint.ts';
import type { Place } from './connector.ts';
import { type Fields, fieldsOf, textIn } from './read-activity.ts';

export type Account = {
  id: string;
  name: string | undefined;
  /** The directory's own id; only Teams gives it. */
  aadObjectId: string | undefined;
  role: string | undefined;
};

/** The fields of Teams' activities that we read. */
export type Activity = {
  type: string;
  id: string | undefined;
  /** The name of an invoke. */
  name: string | undefined;
  /** The action of an installation update. */
  action: string | undefined;
  text: string;
  value: unknown;
  /** The message of a pressed button. */
  replyToId: string | undefined;
  channelId: string;
  serviceUrl: string;
  from: Account;
  recipient: Account;
  conversation: { id: string; kind: string | undefined; isGroup: boolean };
  tenant: string | null;
  locale: string | undefined;
  timeZone: string | undefined;
  entities: Fields[];
  attachments: Fields[];
  /** What happened to a message that was edited, deleted or brought back. */
  eventType: string | undefined;
  /** When Teams sent it, in milliseconds; for ever later than any other when it does not say. */
  at: number;
  membersAdded: Account[];
  membersRemoved: Account[];
};

/** Only Teams sends the kind of conversation. Other Bot Framework clients have one chat with one person. */
export const isPersonal = ({ conversation }: Activity): boolean =>
  conversation.kind === undefined ? !conversation.isGroup : conversation.kind === 'personal';

/** A person's address in Teams: the directory id, which is the same for every app and conversation. */
export const addressOf = ({ id, aadObjectId }: Account): string => aadObjectId?.toLowerCase() ?? id;

export const isBot = ({ id, role }: Account): boolean => role === 'bot' || role === 'skill' || id.startsWith('28:');

export const localeOf = (from: Activity): { locale: string | null; timeZone: string | null } => {
  const info = from.entities.find(({ type }) => type === 'clientInfo') ?? {};
  return {
    locale: from.locale ?? textIn(info, 'locale') ?? null,
    timeZone: textIn(info, 'timezone') ?? from.timeZone ?? null,
  };
};

/** The mentions of Sammen in the text, such as `<at>Sammen</at>`. */
export const mentionsOfUs = ({ entities, recipient }: Activity): string[] =>
  entities
    .filter(({ type, mentioned }) => type === 'mention' && textIn(fieldsOf(mentioned), 'id') === recipient.id)
    .map((mention) => textIn(mention, 'text') ?? `<at>${recipient.name ?? ''}</at>`);

/** Identifies a message, so that a redelivery does nothing. Activity ids repeat across conversations. */
export const heardId = ({ id, conversation, from, text }: Activity): string =>
  fingerprint('teams', conversation.id, addressOf(from), id ?? text);

/** The conversation of an activity. In a channel, its id includes the thread, so a post to it is a reply. */
export const placeOf = ({ serviceUrl, conversation, channelId, recipient, from }: Activity): Place => ({
  serviceUrl,
  conversation: conversation.id,
  channel: channelId,
  bot: recipient.id,
  user: from.id,
});
