import { APP_ID, TENANT } from './names.ts';

/** Recorded Teams activities with invented ids and names. */

export type Activity = Record<string, unknown> & { type: string; serviceUrl: string };

export type User = { name: string; id: string; aadObjectId: string; conversation: string };

export const aUser = (name: string): User => ({
  name: `${name} Prøve`,
  id: `29:1${name}-0123456789abcdefghijklmnopqrstuvwxyz`,
  aadObjectId: `aad00000-0000-4000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`,
  conversation: `a:1${name}-own-chat`,
});

export const BOT = { id: `28:${APP_ID}`, name: 'Sammen' };

let ids = 1_785_000_000_000;
export const newId = (): string => String(ids++);

const from = ({ id, name, aadObjectId }: User) => ({ id, name, aadObjectId });

const common = (user: User, serviceUrl: string, overrides: object): Activity => ({
  type: 'message',
  id: newId(),
  timestamp: '2026-11-24T09:00:00.4830000Z',
  localTimestamp: '2026-11-24T10:00:00.4830000+01:00',
  localTimezone: 'Europe/Copenhagen',
  serviceUrl,
  channelId: 'msteams',
  from: from(user),
  conversation: { conversationType: 'personal', tenantId: TENANT, id: user.conversation },
  recipient: BOT,
  entities: [
    { locale: 'da-DK', country: 'DK', platform: 'Windows', timezone: 'Europe/Copenhagen', type: 'clientInfo' },
  ],
  channelData: { tenant: { id: TENANT } },
  locale: 'da-DK',
  ...overrides,
});

export const aMessage = (user: User, serviceUrl: string, text: string, overrides: object = {}): Activity =>
  common(user, serviceUrl, { text, textFormat: 'plain', ...overrides });

export const aMention = (user: User, serviceUrl: string, text: string, overrides: object = {}): Activity =>
  common(user, serviceUrl, {
    text: `<at>Sammen</at>&nbsp;${text}\n`,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p><at id="0">Sammen</at> ${text}</p>` }],
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: TENANT,
      id: '19:general@thread.tacv2;messageid=1785000000000',
    },
    entities: [
      { mentioned: BOT, text: '<at>Sammen</at>', type: 'mention' },
      { locale: 'da-DK', country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen', type: 'clientInfo' },
    ],
    channelData: {
      teamsChannelId: '19:general@thread.tacv2',
      teamsTeamId: '19:general@thread.tacv2',
      tenant: { id: TENANT },
    },
    ...overrides,
  });

export const aPress = (
  user: User,
  serviceUrl: string,
  message: string,
  verb: string,
  data: object,
  overrides: object = {},
): Activity =>
  common(user, serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: message,
    value: { action: { type: 'Action.Execute', title: 'Tryk', verb, data }, trigger: 'manual' },
    channelData: { source: { name: 'message' }, legacy: { replyToId: message }, tenant: { id: TENANT } },
    ...overrides,
  });

/** A press from a client without support for `Action.Execute`. */
export const aSubmit = (user: User, serviceUrl: string, message: string, verb: string, data: object): Activity =>
  common(user, serviceUrl, { replyToId: message, value: { ...data, action: verb } });

export const anInvoke = (
  user: User,
  serviceUrl: string,
  name: string,
  value: unknown,
  overrides: object = {},
): Activity => common(user, serviceUrl, { type: 'invoke', name, value, ...overrides });

export const anInstallation = (user: User, serviceUrl: string, action: string): Activity =>
  common(user, serviceUrl, {
    type: 'installationUpdate',
    action,
    channelData: {
      settings: { selectedChannel: { id: user.conversation } },
      tenant: { id: TENANT },
      source: { name: 'message' },
    },
  });

export const aMembersAdded = (user: User, serviceUrl: string, added: { id: string }[] = [from(user), BOT]): Activity =>
  common(user, serviceUrl, { type: 'conversationUpdate', membersAdded: added.map(({ id }) => ({ id })) });

export const ofType = (user: User, serviceUrl: string, type: string, overrides: object = {}): Activity =>
  common(user, serviceUrl, { type, ...overrides });
