import { z } from 'zod';
import { searchWords } from '../../bot/card-fields.ts';
import { parseStorable } from '../web/read-json.ts';
import { account } from './account.ts';

/** Schemas for the parts of Slack's payloads that we read. Payloads are signed but not trusted, so we validate them. */

const id = z.string().min(1).max(100);
const text = z.string();

export const message = z.object({
  event: z.object({
    channel: id,
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    bot_id: z.string().nullish(),
    user: id.optional(),
    text: text.nullish(),
    ts: id,
    thread_ts: id.optional(),
    /** An app's mention comes again when its message was edited. */
    edited: z.object({ ts: id }).nullish().catch(null),
    files: z.array(z.unknown()).nullish().catch(null),
    attachments: z
      .array(z.object({ is_share: z.boolean().nullish().catch(null) }))
      .nullish()
      .catch(null),
  }),
});
export type Written = z.infer<typeof message>['event'];

const changedMessage = z.object({
  user: id.optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  text: text.nullish(),
  ts: id,
  thread_ts: id.optional(),
});

/** A message that was edited or deleted. Its author stands inside only. */
export const messageChanged = z.object({
  event: z.object({
    channel: id,
    channel_type: z.string().optional(),
    subtype: z.enum(['message_changed', 'message_deleted']),
    ts: id,
    event_ts: id.optional(),
    message: changedMessage.nullish().catch(null),
    previous_message: changedMessage.nullish().catch(null),
  }),
});
export type ChangedMessage = z.infer<typeof messageChanged>['event'];

export const homeOpened = z.object({ event: z.object({ user: id, channel: id.optional(), tab: z.string() }) });

export const userChanged = z.object({ event: z.object({ user: account.extend({ id }) }) });

export const command = z.object({
  user_id: id,
  channel_id: id,
  text: text.default(''),
  trigger_id: id,
});
export type Typed = z.infer<typeof command>;

const user = z.object({ id });

export const shortcut = z.object({
  user,
  trigger_id: id,
  message: z.object({ text: text.nullish() }).optional(),
});

export const press = z.object({
  user,
  trigger_id: id.optional(),
  channel: z.object({ id }).nullish(),
  message: z.object({ ts: id }).nullish(),
  view: z
    .object({
      id,
      type: z.string(),
      hash: z.string().optional(),
      callback_id: z.string().optional(),
      private_metadata: z.string().optional(),
      state: z.object({ values: z.unknown() }).nullish(),
    })
    .nullish(),
  state: z.object({ values: z.unknown() }).nullish(),
  actions: z.array(
    z.object({
      type: z.string(),
      action_id: z.string(),
      value: z.string().nullish(),
      /** What was chosen in a "…" menu, or in a list. */
      selected_option: z.object({ value: z.string(), text: z.object({ text: z.string() }) }).nullish(),
      action_ts: z.string().nullish(),
    }),
  ),
});
export type Press = z.infer<typeof press>;

export const submission = z.object({
  user,
  trigger_id: id.optional(),
  view: z.object({
    id,
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.unknown() }),
  }),
});
export type Submission = z.infer<typeof submission>;

/** What somebody has typed into a select in a window, whose options we are asked for. */
export const suggestion = z.object({
  type: z.literal('block_suggestion'),
  user,
  value: searchWords,
  view: z.object({ private_metadata: z.string().default('') }),
});
export type Suggestion = z.infer<typeof suggestion>;

/** Validates a payload; null when it does not match and so cannot be handled. */
export const readPayload = <T extends z.ZodType>(schema: T, body: unknown): z.output<T> | null => {
  const read = schema.safeParse(parseStorable(JSON.stringify(body)));
  return read.success ? read.data : null;
};

/** Reads the data of a button or modal: JSON that we wrote, but that anybody may have changed since. */
export const readData = (json: string | null | undefined): Record<string, unknown> | null => {
  try {
    const read = z.record(z.string(), z.unknown()).safeParse(JSON.parse(json || '{}'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};
