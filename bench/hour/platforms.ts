import { TEXTS } from '../../cards/texts/texts.ts';
import { type FakeSlack, startFakeSlack } from '../../test/slack/support/fake-slack.ts';
import { type FakeConnector, startFakeConnector } from '../../test/teams/support/fake-connector.ts';
import { type Microsoft, startMicrosoft } from '../../test/teams/support/microsoft.ts';
import type { Citizen } from './town.ts';

/** What people read when nothing could be stored. */
export const STORE_AWAY = TEXTS.da.replies.storeAway;

export type On = 'teams' | 'slack';
/** What a process asked a platform to do, and whether it did. */
type Asked = {
  life: string;
  on: On;
  what: 'post' | 'update' | 'aside' | 'open' | 'other';
  came: 'done' | 'throttled' | 'blocked';
};
type Stored = { chat: string; text: string; postedAt: number };

/** Both platforms, and what was seen at their ends. Nothing in here asks Sammen. */
export type Platforms = {
  slack: FakeSlack;
  connector: FakeConnector;
  microsoft: Microsoft;
  /** While true, every request is answered with 429. */
  throttles: Record<On, boolean>;
  asked(life: string, which: Partial<Asked>): number;
  /** When each chat got a nudge. */
  nudges: ReadonlyMap<string, readonly number[]>;
  /** Messages that came to a chat word for word within a minute of each other, with both moments. */
  twice: readonly { chat: string; first: number; again: number; text: string }[];
  /** The chats in which this case was offered, in order. */
  offered(id: string): readonly string[];
  /** How many messages a chat has. */
  count(on: On, chat: string): number;
  close(): Promise<void>;
};

const RETRY_AFTER_S = '5';
const TWICE_WITHIN_MS = 60_000;
/** Calls are looked at when they come, and kept by nobody. */
const FORGET_EVERY_MS = 2_000;

export const openPlatforms = async (people: readonly Citizen[]): Promise<Platforms> => {
  const [slack, connector, microsoft] = [await startFakeSlack(), await startFakeConnector(), await startMicrosoft()];
  const throttles = { teams: false, slack: false };
  const blocked = new Set(people.filter(({ blocks }) => blocks).map(({ chat }) => chat));
  const counts = new Map<string, number>();
  const keyOf = ({ life, on, what, came }: Asked) => [life, on, what, came].join(' ');
  const note = (asked: Asked): void => void counts.set(keyOf(asked), (counts.get(keyOf(asked)) ?? 0) + 1);

  connector.trouble = ({ method, path, body, authorization = '' }) => {
    const chat = decodeURIComponent(path.split('/')[3] ?? '');
    const what = path.includes('/activities')
      ? method === 'PUT'
        ? 'update'
        : 'post'
      : method === 'POST'
        ? 'open'
        : 'other';
    const came = throttles.teams ? 'throttled' : blocked.has(chat) && what === 'post' ? 'blocked' : 'done';
    const isAside = (body as { text?: string } | null)?.text === STORE_AWAY;
    note({ life: authorization.replace('Bearer ', ''), on: 'teams', what: isAside ? 'aside' : what, came });
    if (came === 'throttled') return { status: 429, headers: { 'Retry-After': RETRY_AFTER_S } };
    return came === 'blocked' ? { status: 403, body: { error: { code: 'MessageWritesBlocked' } } } : null;
  };
  slack.trouble = ({ method, fields, token }) => {
    const what = SLACK_CALLS[method] ?? 'other';
    const came = throttles.slack
      ? 'throttled'
      : blocked.has(fields.get('channel') ?? '') && what === 'post'
        ? 'blocked'
        : 'done';
    const isAside = fields.get('text') === STORE_AWAY;
    note({ life: token.split('-').at(-1) ?? '', on: 'slack', what: isAside ? 'aside' : what, came });
    if (came === 'throttled') return { status: 429, headers: { 'Retry-After': RETRY_AFTER_S } };
    return came === 'blocked' ? { error: 'user_disabled' } : null;
  };

  const nudges = new Map<string, number[]>();
  const offers = new Map<string, string[]>();
  const twice: { chat: string; first: number; again: number; text: string }[] = [];
  const newest = new Map<string, Stored[]>();
  const read = (chat: string, postedAt: number, text: string): void => {
    if (text.includes('nudge-will-try')) nudges.set(chat, [...(nudges.get(chat) ?? []), postedAt]);
    if (text.includes('accept-case')) {
      const id = /\\?"case\\?":\\?"([^"\\]+)/.exec(text)?.[1] ?? '';
      offers.set(id, [...(offers.get(id) ?? []), chat]);
    }
    const recent = (newest.get(chat) ?? []).filter((one) => postedAt - one.postedAt < TWICE_WITHIN_MS);
    const same = recent.find((one) => one.text === text);
    if (same !== undefined && !text.includes(STORE_AWAY))
      twice.push({ chat, first: same.postedAt, again: postedAt, text });
    newest.set(chat, [...recent, { chat, text, postedAt }]);
  };
  const inTeams = byChat(
    connector.messages,
    ({ conversation }) => conversation,
    (one) => read(one.conversation, one.postedAt, JSON.stringify(one.sent)),
  );
  const inSlack = byChat(
    slack.messages,
    ({ channel }) => channel,
    (one) => {
      if (one.onlyFor === null) read(one.channel, one.postedAt, JSON.stringify([one.text, one.blocks]));
    },
  );
  connector.chat = inTeams;
  slack.chat = (channel) => inSlack(channel).filter(({ onlyFor }) => onlyFor === null);
  const forgetting = setInterval(() => {
    inTeams('');
    inSlack('');
    connector.calls.length = 0;
    slack.calls.length = 0;
  }, FORGET_EVERY_MS);
  for (const one of people) if (one.platform === 'slack') slack.chats.set(`U0${one.name.toUpperCase()}`, one.chat);

  return {
    slack,
    connector,
    microsoft,
    throttles,
    asked: (life, which) =>
      [...counts].reduce((sum, [key, count]) => {
        const [whose, on, what, came] = key.split(' ');
        const fits = Object.entries({ on, what, came }).every(([name, is]) => {
          const wanted = which[name as 'on' | 'what' | 'came'];
          return wanted === undefined || wanted === is;
        });
        return whose === life && fits ? sum + count : sum;
      }, 0),
    nudges,
    twice,
    offered: (id) => {
      inTeams('');
      inSlack('');
      return offers.get(id) ?? [];
    },
    count: (on, chat) => (on === 'teams' ? inTeams(chat) : inSlack(chat)).length,
    close: async () => {
      clearInterval(forgetting);
      await Promise.all([slack.close(), connector.close(), microsoft.close()]);
    },
  };
};

const SLACK_CALLS: Readonly<Record<string, Asked['what']>> = {
  'chat.postMessage': 'post',
  'chat.update': 'update',
  'chat.postEphemeral': 'aside',
  'conversations.open': 'open',
};

/** Finds a chat's messages without a look at all others, and sees each new message once. */
const byChat = <M>(all: readonly M[], chatOf: (message: M) => string, seen: (message: M) => void) => {
  const chats = new Map<string, M[]>();
  let read = 0;
  return (chat: string): M[] => {
    for (let one = all[read]; one !== undefined; one = all[++read]) {
      const where = chats.get(chatOf(one));
      if (where === undefined) chats.set(chatOf(one), [one]);
      else where.push(one);
      seen(one);
    }
    return chats.get(chat) ?? [];
  };
};
