import type { View } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { request } from 'undici';
import { z } from 'zod';
import { mrkdwn } from '../../cards/block-kit/text.ts';

/** What stands in a chat: `text` is what notifications and screen readers get, `blocks` what is drawn. */
export type Message = { text: string; blocks?: readonly object[] };

/** Slack's calls that we use. Each is exactly one request; whoever calls decides on another. */
export type SlackApi = {
  /** Who we are. */
  self(): Promise<Self>;
  /** Answers the message's `ts`. */
  post(channel: string, message: Message, thread?: string): Promise<string>;
  update(channel: string, ts: string, message: Message): Promise<void>;
  /** A line that only this person sees, and that is gone when they look again. */
  whisper(channel: string, user: string, line: string): Promise<void>;
  /** The person's own chat with Sammen; it is opened where there is none. */
  ownChat(user: string): Promise<string>;
  account(user: string): Promise<Account>;
  openModal(trigger: string, view: object): Promise<void>;
  publishHome(user: string, view: object): Promise<void>;
};

export type Self = { user: string; bot: string; team: string };

/** As far as Slack tells, and we need. */
export type Account = z.infer<typeof account>;

export type ApiSettings = {
  botToken: string;
  /** Null: Slack's own. */
  apiUrl: string | null;
  /** Milliseconds until a call that is not answered counts as lost. */
  timeout: number;
};

const self = z.object({ user_id: z.string(), bot_id: z.string().default(''), team_id: z.string() });
const posted = z.object({ ts: z.string() });
const opened = z.object({ channel: z.object({ id: z.string() }) });
const maybe = z.boolean().nullish();
const account = z.object({
  real_name: z.string().nullish(),
  name: z.string().nullish(),
  locale: z.string().nullish(),
  team_id: z.string().nullish(),
  deleted: maybe,
  is_bot: maybe,
  is_restricted: maybe,
  is_ultra_restricted: maybe,
  is_stranger: maybe,
  is_email_confirmed: maybe,
  enterprise_user: z.object({ teams: z.array(z.string()).nullish() }).nullish(),
  profile: z.object({ real_name: z.string().nullish(), email: z.string().nullish() }).nullish(),
});

const REDIRECTS = [301, 302, 303, 307, 308];

/** An answer whose text is here already: what a stream of it would cost is saved. The client asks for nothing else. */
class ReadAnswer extends Response {
  override readonly text: () => Promise<string>;

  constructor(said: string, init: ResponseInit) {
    super(null, init);
    this.text = async () => said;
  }
}

/**
 * What the client asks of `fetch`, by the library that `fetch` itself is made of: all that is posted and answered is a
 * short text, and the streams of `fetch` were an eighth of what a turn costs.
 */
const quickFetch: typeof fetch = async (url, { method, headers, body, signal } = {}) => {
  const answer = await request(String(url), {
    method: method === 'POST' ? 'POST' : 'GET',
    // The client gives them as plain names and values.
    headers: { ...(headers as Record<string, string>) },
    body: typeof body === 'string' ? body : null,
    signal: signal ?? null,
  });
  const said = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value ?? '')]);
  const text = await answer.body.text();
  if (REDIRECTS.includes(answer.statusCode))
    throw new TypeError('the answer leads elsewhere, and the token stays here');
  return new ReadAnswer(text, { status: answer.statusCode, headers: said });
};

/** Without the client's own retries: the sender is the one layer that retries, and a repeated post doubles a message. */
const clientOf = ({ botToken, apiUrl, timeout }: ApiSettings, logger: SlackLogger): WebClient =>
  new WebClient(botToken, {
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    timeout,
    allowAbsoluteUrls: false,
    fetch: quickFetch,
    logger,
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  });

export type SlackLogger = NonNullable<NonNullable<ConstructorParameters<typeof WebClient>[1]>['logger']>;

const MAX_OF_A_LINE = 3000;

/** A sentence alone. Slack reads marks and mentions in it, so names in it are escaped. */
export const lineMessage = (line: string): Message => ({ text: mrkdwn(line, MAX_OF_A_LINE, '…') });

const QUIET = { unfurl_links: false, unfurl_media: false };

export const createSlackApi = (settings: ApiSettings, logger: SlackLogger): SlackApi => {
  const client = clientOf(settings, logger);
  // As the JSON that it is sent as anyway: objects the client would copy and write once more for each line of its log.
  const drawn = ({ text, blocks = [] }: Message) => ({ text, blocks: JSON.stringify(blocks) });
  return {
    self: async () => {
      const { user_id: user, bot_id: bot, team_id: team } = self.parse(await client.auth.test());
      return { user, bot, team };
    },
    post: async (channel, message, thread) => {
      const where = thread === undefined ? { channel } : { channel, thread_ts: thread };
      return posted.parse(await client.apiCall('chat.postMessage', { ...where, ...drawn(message), ...QUIET })).ts;
    },
    update: async (channel, ts, message) => {
      await client.apiCall('chat.update', { channel, ts, ...drawn(message) });
    },
    whisper: async (channel, user, line) => {
      await client.chat.postEphemeral({ channel, user, ...lineMessage(line) });
    },
    ownChat: async (users) => opened.parse(await client.conversations.open({ users })).channel.id,
    account: async (user) =>
      z.object({ user: account }).parse(await client.users.info({ user, include_locale: true })).user,
    openModal: async (trigger_id, view) => {
      await client.views.open({ trigger_id, view: view as View });
    },
    publishHome: async (user_id, view) => {
      await client.views.publish({ user_id, view: view as View });
    },
  };
};
