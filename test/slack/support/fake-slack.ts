import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultsOfMessage, faultsOfView } from '../../support/assertions/check-blocks.ts';
import { BOT_ID, BOT_USER, TEAM } from './names.ts';
import { faultsIn } from './web-api-schema.ts';

export type Json = Record<string, unknown>;
type Call = { method: string; fields: ReadonlyMap<string, string>; token: string };

/** A message in a chat, in its current form. */
export type Message = {
  ts: string;
  channel: string;
  thread: string | null;
  text: string;
  blocks: Json[];
  updates: number;
  postedAt: number;
  /** Only this person sees it. */
  onlyFor: string | null;
};

/** The fake's response to a call that it does not accept. */
export type Trouble = { status: number; headers?: Record<string, string>; body?: unknown } | { error: string } | 'hang';

export type FakeSlack = {
  url: string;
  calls: Call[];
  messages: Message[];
  /** The opened modals, with the trigger that opened each. */
  modals: { trigger: string; view: Json }[];
  homes: Map<string, Json>;
  /** Calls that violated the published schema or Block Kit's limits. */
  violations: string[];
  users: Map<string, Json>;
  /** The chats that `conversations.open` returns, by user. */
  chats: Map<string, string>;
  trouble: ((call: Call) => Trouble | null) | null;
  /** The socket URL for socket mode. */
  socket: string | null;
  chat(channel: string): Message[];
  close(): Promise<void>;
};

/** A fake Web API that records calls, and checks each against the published schema and Block Kit's limits. */
export const startFakeSlack = async (): Promise<FakeSlack> => {
  let count = 0;
  const server = createServer((request, response) => {
    void take(request, response);
  });
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fields = new Map(new URLSearchParams(await bodyOf(request)));
    const method = new URL(request.url ?? '/', 'http://fake').pathname.replace('/api/', '');
    const call: Call = { method, fields, token: request.headers.authorization?.replace(/^Bearer /, '') ?? '' };
    fields.delete('token');
    fake.calls.push(call);
    if (!/^(xapp|xoxb)-1-(invented|revoked)(-\w+)?$/.test(call.token))
      fake.violations.push(`${call.method} without our token`);
    fake.violations.push(...faultsIn(call.method, fields), ...drawnWrongly(call));
    const trouble = fake.trouble?.(call) ?? null;
    if (trouble === 'hang') return;
    const { status, headers, body } =
      trouble === null
        ? { status: 200, headers: {}, body: answer(call) }
        : 'error' in trouble
          ? { status: 200, headers: {}, body: { ok: false, error: trouble.error } }
          : trouble;
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body ?? {}));
  };

  const no = (error: string) => ({ ok: false, error });
  const answer = ({ method, fields }: Call): Json => {
    const field = (name: string) => fields.get(name) ?? '';
    const drawn = () => ({ text: field('text'), blocks: jsonIn(fields, 'blocks') as Json[] });
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          url: 'https://kommune.slack.example/',
          team: 'Kommune',
          user: 'sammen',
          team_id: TEAM,
          user_id: BOT_USER,
          bot_id: BOT_ID,
        };
      case 'users.info': {
        const user = fake.users.get(field('user'));
        return user === undefined ? no('user_not_found') : { ok: true, user };
      }
      case 'conversations.open': {
        const chat = fake.chats.get(field('users'));
        return chat === undefined ? no('user_not_found') : { ok: true, channel: { id: chat } };
      }
      case 'chat.postMessage':
      case 'chat.postEphemeral': {
        const ts = `1786000000.${String(++count).padStart(6, '0')}`;
        const onlyFor = method === 'chat.postEphemeral' ? field('user') : null;
        const thread = fields.get('thread_ts') ?? null;
        fake.messages.push({
          ts,
          channel: field('channel'),
          thread,
          ...drawn(),
          updates: 0,
          postedAt: Date.now(),
          onlyFor,
        });
        return onlyFor === null ? { ok: true, ts, channel: field('channel') } : { ok: true, message_ts: ts };
      }
      case 'chat.update': {
        const message = fake.messages.find(({ ts, channel }) => ts === field('ts') && channel === field('channel'));
        if (message === undefined) return no('message_not_found');
        Object.assign(message, { ...drawn(), updates: message.updates + 1 });
        return { ok: true, ts: message.ts, channel: message.channel, text: message.text };
      }
      case 'views.open':
        fake.modals.push({
          trigger: field('trigger_id'),
          view: { ...(jsonIn(fields, 'view') as Json), hash: `H${++count}` },
        });
        return { ok: true, view: { id: `V${++count}` } };
      case 'views.update': {
        const modal = fake.modals.at(-1);
        if (modal === undefined) return no('not_found');
        if (fields.has('hash') && field('hash') !== modal.view.hash) return no('hash_conflict');
        modal.view = { ...(jsonIn(fields, 'view') as Json), hash: `H${++count}` };
        return { ok: true, view: { id: field('view_id') } };
      }
      case 'views.publish':
        fake.homes.set(field('user_id'), jsonIn(fields, 'view') as Json);
        return { ok: true, view: { id: `V${++count}` } };
      case 'apps.connections.open':
        return fake.socket === null ? no('not_allowed') : { ok: true, url: fake.socket };
      default:
        return no('unknown_method');
    }
  };

  const fake: FakeSlack = {
    url: '',
    calls: [],
    messages: [],
    modals: [],
    homes: new Map(),
    violations: [],
    users: new Map(),
    chats: new Map(),
    trouble: null,
    socket: null,
    chat: (channel) => fake.messages.filter((message) => message.channel === channel && message.onlyFor === null),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return fake;
};

const jsonIn = (fields: ReadonlyMap<string, string>, name: string): unknown => JSON.parse(fields.get(name) ?? '[]');

const drawnWrongly = ({ method, fields }: Call): string[] => {
  if (method.startsWith('views.')) return faultsOfView(jsonIn(fields, 'view'));
  if (!method.startsWith('chat.')) return [];
  const text = fields.get('text') ?? '';
  const blocks = jsonIn(fields, 'blocks') as unknown[];
  return [
    ...(text === '' ? [`${method} without text`] : []),
    ...(blocks.length === 0 ? [] : faultsOfMessage({ text, blocks })),
  ];
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
