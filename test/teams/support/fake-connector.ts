import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultsOfCard } from '../../support/assertions/check-card.ts';
import { faultsIn } from './connector-schema.ts';

type Sent = {
  type: string;
  text?: string;
  summary?: string;
  attachments?: { contentType: string; content: Record<string, unknown> }[];
};

type Call = { method: string; path: string; body: unknown; authorization: string | undefined };

/** A message in a chat, in its current form. */
export type Message = { id: string; conversation: string; sent: Sent; updates: number; postedAt: number };

type Member = {
  id: string;
  name?: string;
  email?: string;
  userPrincipalName?: string;
  userRole?: string;
  tenantId?: string;
};

/** The fake's response to a call that it does not accept. */
export type Trouble = { status: number; headers?: Record<string, string>; body?: unknown } | 'hang';

export type FakeConnector = {
  serviceUrl: string;
  calls: Call[];
  messages: Message[];
  /** Requests that violated the published schema or our own promises. */
  violations: string[];
  members: Map<string, Member>;
  /** The accounts with the app installed; only with these can a chat be opened. */
  installed: Map<string, string>;
  trouble: ((call: Call) => Trouble | null) | null;
  chat(conversation: string): Message[];
  close(): Promise<void>;
};

const MAX_BYTES = 28 * 1024;

/** A fake Bot Connector that records requests, and checks each against the published schema. */
export const startFakeConnector = async (): Promise<FakeConnector> => {
  let ids = 0;
  const server = createServer((request, response) => {
    void take(request, response);
  });
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await bodyOf(request);
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const call: Call = {
      method: request.method ?? '',
      path,
      body: text === '' ? null : JSON.parse(text),
      authorization: request.headers.authorization,
    };
    fake.calls.push(call);
    fake.violations.push(...faultsIn(call.method, path, call.body), ...brokenPromises(call, text));
    const trouble = fake.trouble?.(call) ?? null;
    if (trouble === 'hang') return;
    const { status, headers, body } = trouble ?? answer(call);
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body ?? {}));
  };

  const answer = ({ method, path, body }: Call): Exclude<Trouble, 'hang'> => {
    const [conversation = '', kind, id] = path.split('/').slice(3).map(decodeURIComponent);
    const none = { status: 404, body: { error: { code: 'ConversationNotFound', message: 'no such thing' } } };
    if (method === 'POST' && conversation === '' && (body as { isGroup?: boolean }).isGroup === true) {
      const { activity, channelData } = body as { activity: Sent; channelData: { channel: { id: string } } };
      const message = {
        id: `m${++ids}`,
        conversation: channelData.channel.id,
        sent: activity,
        updates: 0,
        postedAt: Date.now(),
      };
      fake.messages.push(message);
      const thread = `${message.conversation};messageid=${message.id}`;
      return { status: 201, body: { id: thread, activityId: message.id } };
    }
    if (method === 'POST' && conversation === '') {
      const user = (body as { members: { id: string }[] }).members[0]?.id ?? '';
      const chat = fake.installed.get(user);
      if (chat === undefined)
        return { status: 403, body: { error: { code: 'ForbiddenOperationException', message: 'not installed' } } };
      return { status: 201, body: { id: chat } };
    }
    if (method === 'GET' && kind === 'members') {
      const member = fake.members.get(id ?? '');
      return member === undefined ? none : { status: 200, body: member };
    }
    if (method === 'POST' && kind === 'activities') {
      const message = { id: `m${++ids}`, conversation, sent: body as Sent, updates: 0, postedAt: Date.now() };
      fake.messages.push(message);
      return { status: 201, body: { id: message.id } };
    }
    const message = fake.messages.find((sent) => sent.id === id && sent.conversation === conversation);
    if (method !== 'PUT' || message === undefined) return none;
    Object.assign(message, { sent: body as Sent, updates: message.updates + 1 });
    return { status: 200, body: { id: message.id } };
  };

  const fake: FakeConnector = {
    serviceUrl: '',
    calls: [],
    messages: [],
    violations: [],
    members: new Map(),
    installed: new Map(),
    trouble: null,
    chat: (conversation) => fake.messages.filter((message) => message.conversation === conversation),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
};

const brokenPromises = ({ body }: Call, text: string): string[] => {
  const sent = body as Partial<Sent> | null;
  return [
    ...(Buffer.byteLength(text) > MAX_BYTES ? ['a message of more than 28 KB'] : []),
    ...(sent?.text && sent.attachments?.length ? ['text and a card in one activity'] : []),
    ...(sent?.attachments ?? []).flatMap(({ content }) => faultsOfCard(content)),
  ];
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
