import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aMessage, aUser } from '../test/slack/support/events.ts';
import { BOT_ID, BOT_USER, SIGNING_SECRET, TEAM, TOKEN } from '../test/slack/support/names.ts';
import { signed } from '../test/slack/support/sign.ts';
import { type Round, underLoad } from './load.ts';

const MAX_ANSWER_MS = 60_000;

/** Slack as a number of people who write and wait for the answer, with a Web API that accepts every request. */
export type BareSlack = {
  /** What a program needs to find it. */
  settings: { SLACK_BOT_TOKEN: string; SLACK_SIGNING_SECRET: string; SLACK_API_URL: string };
  /** Lets everybody say hello: only a person's first message makes Sammen ask Slack who they are. */
  introduce(bots: readonly string[], maxConcurrent: number): Promise<Round>;
  /** Asks `turns` dilemmas, of the bots in turn. A turn is over when its answer was posted. */
  ask(turns: number, bots: readonly string[], maxConcurrent: number): Promise<Round>;
  close(): Promise<void>;
};

export const startBareSlack = async (peopleCount: number): Promise<BareSlack> => {
  const people = Array.from({ length: peopleCount }, (_, i) => aUser(`p${i}`));
  const api = await startApi();
  let asked = 0;
  const say = (texts: readonly string[], bots: readonly string[], maxConcurrent: number): Promise<Round> => {
    const requests = texts.map((text, i) => {
      const person = people[i % peopleCount] ?? aUser('nobody');
      const body = JSON.stringify(aMessage(person, text));
      return {
        url: `${bots[i % bots.length]}/slack/events`,
        headers: { 'Content-Type': 'application/json', ...signed(body) },
        body,
        chat: person.chat,
      };
    });
    return underLoad(
      requests,
      maxConcurrent,
      async () => undefined,
      ({ chat }) => api.posted(chat),
    );
  };
  return {
    settings: { SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: api.url },
    introduce: (...to) =>
      say(
        people.map(() => 'hej'),
        ...to,
      ),
    ask: (turns, ...to) =>
      say(
        Array.from({ length: turns }, () => `Skaterne vil bygge en rampe nummer ${asked++}. Hvem skal jeg tale med?`),
        ...to,
      ),
    close: api.close,
  };
};

const startApi = async () => {
  let posts = 0;
  const waiting = new Map<string, () => void>();
  const who = { ok: true, team_id: TEAM, user_id: BOT_USER, bot_id: BOT_ID };
  const user = { team_id: TEAM, real_name: 'Anna Prøve', profile: {} };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ ...who, user, ts: `1786000000.${++posts}` }));
    if (request.url !== '/api/chat.postMessage') return;
    const chat = new URLSearchParams(Buffer.concat(parts).toString()).get('channel') ?? '';
    waiting.get(chat)?.();
    waiting.delete(chat);
  });
  // Connections stay open while other bots have their round.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    /** Resolves with the next message in a chat. */
    posted: (chat: string) =>
      new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`nothing was posted to ${chat}`)), MAX_ANSWER_MS);
        waiting.set(chat, () => {
          clearTimeout(late);
          resolve();
        });
      }),
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
