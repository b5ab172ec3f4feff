import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { aMessage, aUser } from '../test/slack/support/events.ts';
import { BOT_ID, BOT_USER, TEAM } from '../test/slack/support/names.ts';
import { signed } from '../test/slack/support/sign.ts';
import { loadOf, type Round, underLoad } from './load.ts';
import type { Row } from './table.ts';

const PEOPLE = 200;
const MAX_CONCURRENT = 32;
const MIN_SHARE = 0.6;
const MAX_SLOWDOWN = 2;

/**
 * Measures a dilemma asked in Slack against an echo bot on the same stack: both answer with a message over the Web API.
 * They alternate, so that other load on the machine slows both.
 */
export const askTurnSlack = async (rounds = 16, turns = 500): Promise<Row[]> => {
  const bots = [await startBot('echo'), await startBot('sammen')] as const;
  for (const bot of bots) await bot.round(turns);
  const [echoed, asked]: [Round[], Round[]] = [[], []];
  for (let n = 0; n < rounds; n++) {
    echoed.push(await bots[0].round(turns));
    asked.push(await bots[1].round(turns));
  }
  for (const bot of bots) await bot.stop();
  const [echo, sammen] = [loadOf(...echoed), loadOf(...asked)];
  return [
    {
      bench: 'ask turn, Slack: turns/s, answers posted',
      measured: sammen.perSecond.toFixed(0),
      reference: `${echo.perSecond.toFixed(0)} (echo)`,
      target: `>= ${MIN_SHARE * 100} %: ${((sammen.perSecond / echo.perSecond) * 100).toFixed(0)} %`,
      held: sammen.failed === 0 && sammen.perSecond >= MIN_SHARE * echo.perSecond,
    },
    {
      bench: 'ask turn, Slack: p99 until acknowledged',
      measured: `${sammen.p99.toFixed(0)} ms`,
      reference: `${echo.p99.toFixed(0)} ms (echo)`,
      target: `<= ${MAX_SLOWDOWN}x: ${(sammen.p99 / echo.p99).toFixed(2)}x`,
      held: sammen.p99 <= MAX_SLOWDOWN * echo.p99,
    },
  ];
};

const startBot = async (kind: 'echo' | 'sammen') => {
  const api = await startBareApi();
  const child = fork(fileURLToPath(new URL('slack-server.ts', import.meta.url)), [kind, api.url], {
    execArgv: ['--import', 'tsx'],
  });
  const url = await addressOf(child);
  const people = Array.from({ length: PEOPLE }, (_, i) => aUser(`p${i}`));
  let sentCount = 0;
  const say = (texts: readonly string[]): Promise<Round> => {
    const requests = texts.map((text, i) => {
      const body = JSON.stringify(aMessage(people[i % PEOPLE] ?? aUser('nobody'), text));
      return { url: `${url}/slack/events`, headers: { 'Content-Type': 'application/json', ...signed(body) }, body };
    });
    sentCount += texts.length;
    return underLoad(requests, MAX_CONCURRENT, () => api.posted(sentCount));
  };
  // Introduce everybody before measuring: only a person's first message makes Sammen ask Slack who they are.
  await say(people.map(() => 'hej'));
  return {
    round: (turns: number) =>
      say(
        Array.from(
          { length: turns },
          (_, i) => `Skaterne vil bygge en rampe nummer ${sentCount + i}. Hvem skal jeg tale med?`,
        ),
      ),
    stop: async () => {
      child.kill();
      await once(child, 'exit');
      await api.close();
    },
  };
};

const addressOf = async (child: ChildProcess): Promise<string> => String((await once(child, 'message'))[0]);

/** An API that accepts every request and keeps only a count. */
const startBareApi = async () => {
  let posts = 0;
  let waiting: { count: number; go: () => void } | null = null;
  const who = { ok: true, team_id: TEAM, user_id: BOT_USER, bot_id: BOT_ID };
  const user = { team_id: TEAM, real_name: 'Anna Prøve', profile: {} };
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const isPost = request.url === '/api/chat.postMessage';
      if (isPost) posts++;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ ...who, user, ts: `1786000000.${posts}` }));
      if (waiting !== null && posts >= waiting.count) waiting.go();
    });
  });
  // Connections stay open while the other bot has its round.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    posted: (count: number) =>
      new Promise<void>((go) => {
        if (posts >= count) go();
        else waiting = { count, go };
      }),
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
