import { z } from 'zod';
import { fingerprint } from '../../bot/fingerprint.ts';
import type { Place } from './connector.ts';

/** What Teams sends, as far as we read it. A field of the wrong form is taken as absent; what is needed must be there. */

const maybe = <T extends z.ZodType>(schema: T) =>
  z
    .union([schema, z.null()])
    .optional()
    .catch(undefined)
    .transform((value) => value ?? undefined);

const name = z.string().max(200);
const account = z.object({
  id: z.string().min(1).max(500),
  name: maybe(name),
  aadObjectId: maybe(z.string().min(1).max(100)),
  role: maybe(name),
});
export type Account = z.infer<typeof account>;

const activity = z.object({
  type: z.string(),
  id: maybe(z.string().min(1).max(500)),
  name: maybe(name),
  action: maybe(name),
  text: maybe(z.string()),
  value: z.unknown().optional(),
  replyToId: maybe(z.string().min(1).max(500)),
  channelId: z.string().max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  locale: maybe(name),
  localTimezone: maybe(name),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1).max(1000),
    conversationType: maybe(name),
    isGroup: maybe(z.boolean()),
    tenantId: maybe(name),
  }),
  channelData: maybe(z.object({ tenant: maybe(z.object({ id: name })) })),
  entities: maybe(z.array(z.unknown())),
  membersAdded: maybe(z.array(account)),
  membersRemoved: maybe(z.array(account)),
});
export type Activity = z.infer<typeof activity>;

/** Null when it is no activity that could be answered. */
export const readActivity = (body: unknown): Activity | null => activity.safeParse(body).data ?? null;

/** Only Teams itself names the kind; other Bot Framework clients have one chat with one person. */
export const isPersonal = ({ conversation }: Activity): boolean =>
  conversation.conversationType === undefined
    ? conversation.isGroup !== true
    : conversation.conversationType === 'personal';

/** A person's name in Teams: the directory's own id, which no app and no conversation changes. */
export const addressOf = ({ id, aadObjectId }: Account): string => aadObjectId?.toLowerCase() ?? id;

export const tenantOf = ({ channelData, conversation }: Activity): string | null =>
  channelData?.tenant?.id ?? conversation.tenantId ?? null;

export const isBot = ({ id, role }: Account): boolean => role === 'bot' || role === 'skill' || id.startsWith('28:');

const clientInfo = z.object({ type: z.literal('clientInfo'), locale: maybe(name), timezone: maybe(name) });
const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }), text: maybe(z.string()) });

const entity = <T extends z.ZodType>({ entities }: Activity, schema: T): z.infer<T>[] =>
  (entities ?? []).flatMap((one) => schema.safeParse(one).data ?? []);

export const localeOf = (from: Activity): { locale: string | null; timeZone: string | null } => {
  const [info] = entity(from, clientInfo);
  return { locale: from.locale ?? info?.locale ?? null, timeZone: info?.timezone ?? from.localTimezone ?? null };
};

/** How the text names Sammen itself, such as `<at>Sammen</at>`; empty when it does not. */
export const mentionsOfUs = (of: Activity): string[] =>
  entity(of, mention)
    .filter(({ mentioned }) => mentioned.id === of.recipient.id)
    .map(({ text }) => text ?? `<at>${of.recipient.name ?? ''}</at>`);

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
