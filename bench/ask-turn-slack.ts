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
const AT_ONCE = 32;
const SHARE = 0.6;
const SLOWER = 2;

/**
 * A dilemma asked in Slack, beside an echo bot on the same stack: both answer with a message over the Web API. They
 * take turns, so that whatever else the machine does slows both.
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
      target: `>= ${SHARE * 100} %: ${((sammen.perSecond / echo.perSecond) * 100).toFixed(0)} %`,
      held: sammen.failed === 0 && sammen.perSecond >= SHARE * echo.perSecond,
    },
    {
      bench: 'ask turn, Slack: p99 until acknowledged',
      measured: `${sammen.p99.toFixed(0)} ms`,
      reference: `${echo.p99.toFixed(0)} ms (echo)`,
      target: `<= ${SLOWER}x: ${(sammen.p99 / echo.p99).toFixed(2)}x`,
      held: sammen.p99 <= SLOWER * echo.p99,
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
  let said = 0;
  const say = (texts: readonly string[]): Promise<Round> => {
    const requests = texts.map((text, i) => {
      const body = JSON.stringify(aMessage(people[i % PEOPLE] ?? aUser('nobody'), text));
      return { url: `${url}/slack/events`, headers: { 'Content-Type': 'application/json', ...signed(body) }, body };
    });
    said += texts.length;
    return underLoad(requests, AT_ONCE, () => api.posted(said));
  };
  // Everybody is known before the clock runs: a turn asks Slack who somebody is at their first word only.
  await say(people.map(() => 'hej'));
  return {
    round: (turns: number) =>
      say(
        Array.from(
          { length: turns },
          (_, i) => `Skaterne vil bygge en rampe nummer ${said + i}. Hvem skal jeg tale med?`,
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

/** Takes everything, keeps nothing but a count. */
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
  // A connection that rests while the other bot has its round stays open.
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
