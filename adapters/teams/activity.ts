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

/** What Teams sends, as far as we read it. */
export type Activity = {
  type: string;
  id: string | undefined;
  /** Of an invoke. */
  name: string | undefined;
  /** Of an installation. */
  action: string | undefined;
  text: string;
  value: unknown;
  /** The message on which something was pressed. */
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
  membersAdded: Account[];
  membersRemoved: Account[];
};

/** Only Teams itself names the kind; other Bot Framework clients have one chat with one person. */
export const isPersonal = ({ conversation }: Activity): boolean =>
  conversation.kind === undefined ? !conversation.isGroup : conversation.kind === 'personal';

/** A person's name in Teams: the directory's own id, which no app and no conversation changes. */
export const addressOf = ({ id, aadObjectId }: Account): string => aadObjectId?.toLowerCase() ?? id;

export const isBot = ({ id, role }: Account): boolean => role === 'bot' || role === 'skill' || id.startsWith('28:');

export const localeOf = (from: Activity): { locale: string | null; timeZone: string | null } => {
  const info = from.entities.find(({ type }) => type === 'clientInfo') ?? {};
  return {
    locale: from.locale ?? textIn(info, 'locale') ?? null,
    timeZone: textIn(info, 'timezone') ?? from.timeZone ?? null,
  };
};

/** How the text names Sammen itself, such as `<at>Sammen</at>`; empty when it does not. */
export const mentionsOfUs = ({ entities, recipient }: Activity): string[] =>
  entities
    .filter(({ type, mentioned }) => type === 'mention' && textIn(fieldsOf(mentioned), 'id') === recipient.id)
    .map((mention) => textIn(mention, 'text') ?? `<at>${recipient.name ?? ''}</at>`);

/** The platform's own name for what was written, so that a second delivery does nothing. Ids repeat between conversations. */
export const heardId = ({ id, conversation, from, text }: Activity): string =>
  fingerprint('teams', conversation.id, addressOf(from), id ?? text);

/** Where an activity came from. A channel's conversation id names the thread, so a post to it is a reply. */
export const placeOf = ({ serviceUrl, conversation, channelId, recipient, from }: Activity): Place => ({
  serviceUrl,
  conversation: conversation.id,
  channel: channelId,
  bot: recipient.id,
  user: from.id,
});
