import type { View } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { request } from 'undici';
import { z } from 'zod';
import { mrkdwn } from '../../cards/block-kit/text.ts';
import { type Account, account, type Self } from './account.ts';

/** A chat message: `text` for notifications and screen readers, `blocks` for display. */
export type Message = { text: string; blocks?: readonly object[] };

/** The Slack calls that we use. Each makes exactly one request; the caller decides whether to retry. */
export type SlackApi = {
  /** Returns our own ids, and where we are installed. */
  self(): Promise<Self>;
  /** Returns the message's `ts`. */
  post(channel: string, message: Message, thread?: string): Promise<string>;
  update(channel: string, ts: string, message: Message): Promise<void>;
  /** Posts an ephemeral line that only this person sees. */
  whisper(channel: string, user: string, line: string): Promise<void>;
  /** Returns the person's own chat with Sammen, and opens it if there is none. */
  ownChat(user: string): Promise<string>;
  account(user: string): Promise<Account>;
  openModal(trigger: string, view: object): Promise<void>;
  /** @param hash of the view that is replaced: Slack refuses when it has changed since */
  updateModal(id: string, hash: string | undefined, view: object): Promise<void>;
  publishHome(user: string, view: object): Promise<void>;
};

export type ApiSettings = {
  botToken: string;
  /** Null for Slack's own API. */
  apiUrl: string | null;
  /** Milliseconds until an unanswered call counts as lost. */
  timeout: number;
};

const self = z.object({
  user_id: z.string(),
  bot_id: z.string().default(''),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
});
const teams = z.object({
  teams: z.array(z.object({ id: z.string() })).default([]),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});
const MAX_TEAM_PAGES = 20;
const posted = z.object({ ts: z.string() });
const opened = z.object({ channel: z.object({ id: z.string() }) });
const REDIRECTS = [301, 302, 303, 307, 308];

/** A response whose text has already been read, which avoids a stream. The client only calls `text`. */
class ReadAnswer extends Response {
  override readonly text: () => Promise<string>;

  constructor(text: string, init: ResponseInit) {
    super(null, init);
    this.text = async () => text;
  }
}

/**
 * Implements the part of `fetch` that the client uses, directly on undici, on which `fetch` is built. Requests and
 * answers are short texts, and the streams of `fetch` were an eighth of the cost of a turn.
 */
const quickFetch: typeof fetch = async (url, { method, headers, body, signal } = {}) => {
  const answer = await request(String(url), {
    method: method === 'POST' ? 'POST' : 'GET',
    // The client passes a plain object.
    headers: { ...(headers as Record<string, string>) },
    body: typeof body === 'string' ? body : null,
    signal: signal ?? null,
  });
  const answerHeaders = Object.entries(answer.headers).map(([name, value]): [string, string] => [
    name,
    String(value ?? ''),
  ]);
  const text = await answer.body.text();
  if (REDIRECTS.includes(answer.statusCode))
    throw new TypeError('Slack answered with a redirect, which we do not follow because it would leak the token');
  return new ReadAnswer(text, { status: answer.statusCode, headers: answerHeaders });
};

/** Without the client's own retries: only the outbox retries, because a repeated post duplicates a message. */
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

const MAX_LINE_LENGTH = 3000;

/** A message of one line. Slack interprets markup and mentions in it, so the text is escaped. */
export const lineMessage = (line: string): Message => ({ text: mrkdwn(line, MAX_LINE_LENGTH, '…') });

const QUIET = { unfurl_links: false, unfurl_media: false };

export const createSlackApi = (settings: ApiSettings, logger: SlackLogger): SlackApi => {
  const client = clientOf(settings, logger);
  /** The workspaces of an org-wide installation; empty when Slack does not say. */
  const teamsOfOrganisation = async (): Promise<Set<string>> => {
    const ids = new Set<string>();
    let cursor = '';
    for (let page = 0; page < MAX_TEAM_PAGES; page++) {
      const answer = await client.apiCall('auth.teams.list', cursor === '' ? {} : { cursor }).catch(() => ({}));
      const read = teams.parse(answer);
      for (const { id } of read.teams) ids.add(id);
      cursor = read.response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return ids;
  };
  // Serialised here, because the client would copy and serialise objects once more for every line of its log.
  const drawn = ({ text, blocks = [] }: Message) => ({ text, blocks: JSON.stringify(blocks) });
  return {
    self: async () => {
      const {
        user_id: user,
        bot_id: bot,
        team_id,
        enterprise_id,
        is_enterprise_install,
      } = self.parse(await client.auth.test());
      const found = { user, bot, team: team_id ?? '', organisation: null };
      const id = enterprise_id ?? team_id;
      return is_enterprise_install && id
        ? { ...found, organisation: { id, teams: await teamsOfOrganisation() } }
        : found;
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
    updateModal: async (view_id, hash, view) => {
      await client.views.update({ view_id, ...(hash === undefined ? {} : { hash }), view: view as View });
    },
    publishHome: async (user_id, view) => {
      await client.views.publish({ user_id, view: view as View });
    },
  };
};
