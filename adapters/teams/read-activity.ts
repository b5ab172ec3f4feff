import type { Account, Activity } from './activity.ts';

/** An untrusted object from outside; every field must be checked before use. */
export type Fields = Readonly<Record<string, unknown>>;

const NOTHING: Fields = {};
const MAX_NAME_LENGTH = 1000;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : NOTHING;

/** An optional text field. A field that is not a string, is empty or exceeds `limit` characters counts as missing. */
export const textIn = (fields: Fields, field: string, limit = MAX_NAME_LENGTH): string | undefined => {
  const value = fields[field];
  return typeof value === 'string' && value !== '' && value.length <= limit ? value : undefined;
};

const listIn = (fields: Fields, field: string): Fields[] => {
  const value = fields[field];
  return Array.isArray(value) ? value.map(fieldsOf) : [];
};

const account = (value: unknown): Account | null => {
  const fields = fieldsOf(value);
  const id = textIn(fields, 'id');
  if (id === undefined) return null;
  return {
    id,
    name: textIn(fields, 'name', 200),
    aadObjectId: textIn(fields, 'aadObjectId', 100),
    role: textIn(fields, 'role'),
  };
};

const accounts = (all: Fields[]): Account[] => all.flatMap((fields) => account(fields) ?? []);

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const timeIn = (timestamp: string | undefined): number => {
  const at = timestamp === undefined ? Number.NaN : Date.parse(timestamp);
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
};

/** Parses an activity; null when it lacks what an answer needs. Hand-written for speed: every request passes here. */
export const readActivity = (body: unknown): Activity | null => {
  const fields = fieldsOf(body);
  const conversation = fieldsOf(fields.conversation);
  const [from, recipient] = [account(fields.from), account(fields.recipient)];
  const type = textIn(fields, 'type');
  const channelId = textIn(fields, 'channelId');
  const serviceUrl = textIn(fields, 'serviceUrl');
  const channelData = fieldsOf(fields.channelData);
  const chat = textIn(conversation, 'id');
  if (type === undefined || channelId === undefined || serviceUrl === undefined || chat === undefined) return null;
  if (from === null || recipient === null || !isWebAddress(serviceUrl)) return null;
  return {
    type,
    id: textIn(fields, 'id'),
    name: textIn(fields, 'name'),
    action: textIn(fields, 'action'),
    text: textIn(fields, 'text', Number.POSITIVE_INFINITY) ?? '',
    value: fields.value,
    replyToId: textIn(fields, 'replyToId'),
    channelId,
    serviceUrl,
    from,
    recipient,
    conversation: { id: chat, kind: textIn(conversation, 'conversationType'), isGroup: conversation.isGroup === true },
    tenant: textIn(fieldsOf(channelData.tenant), 'id') ?? textIn(conversation, 'tenantId') ?? null,
    locale: textIn(fields, 'locale'),
    timeZone: textIn(fields, 'localTimezone'),
    entities: listIn(fields, 'entities'),
    attachments: listIn(fields, 'attachments'),
    eventType: textIn(channelData, 'eventType'),
    at: timeIn(textIn(fields, 'timestamp', 100)),
    membersAdded: accounts(listIn(fields, 'membersAdded')),
    membersRemoved: accounts(listIn(fields, 'membersRemoved')),
  };
};
