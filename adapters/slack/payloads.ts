import { z } from 'zod';
import { parseStorable } from '../web/read-json.ts';

/** What Slack brings, as far as we read it. Signed, and still nothing is what it says until it has been looked at. */

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
  }),
});
export type Written = z.infer<typeof message>['event'];

export const homeOpened = z.object({ event: z.object({ user: id, channel: id.optional(), tab: z.string() }) });

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
  view: z.object({ id, type: z.string(), state: z.object({ values: z.unknown() }).nullish() }).nullish(),
  state: z.object({ values: z.unknown() }).nullish(),
  actions: z.array(
    z.object({ type: z.string(), action_id: z.string(), value: z.string().nullish(), action_ts: z.string().nullish() }),
  ),
});
export type Press = z.infer<typeof press>;

export const submission = z.object({
  user,
  trigger_id: id.optional(),
  view: z.object({
    id,
    hash: z.string().optional(),
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.unknown() }),
  }),
});
export type Submission = z.infer<typeof submission>;

/** Null for what has not this form: then nothing can be done about it. */
export const readPayload = <T extends z.ZodType>(schema: T, body: unknown): z.output<T> | null => {
  const read = schema.safeParse(parseStorable(JSON.stringify(body)));
  return read.success ? read.data : null;
};

/** The data of a button or a window, which is JSON that we wrote once and that anybody may have changed. */
export const readData = (json: string | null | undefined): Record<string, unknown> | null => {
  try {
    const read = z.record(z.string(), z.unknown()).safeParse(JSON.parse(json || '{}'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};
