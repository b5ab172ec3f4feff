import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { aMessage, aUser } from '../test/teams/support/activities.ts';
import { startMicrosoft } from '../test/teams/support/microsoft.ts';
import { loadOf, type Round, underLoad } from './load.ts';
import type { Row } from './table.ts';

const PEOPLE = 200;
const MAX_CONCURRENT = 32;
const MIN_SHARE = 0.6;
const MAX_SLOWDOWN = 2;

/**
 * Measures a dilemma asked in Teams against an echo bot on the same stack: both answer with a message to the connector.
 * They alternate, so that other load on the machine slows both.
 */
export const askTurnTeams = async (rounds = 4, turns = 1000): Promise<Row[]> => {
  const microsoft = await startMicrosoft();
  const bots = [await startBot('echo', microsoft), await startBot('sammen', microsoft)] as const;
  for (const bot of bots) await bot.round(turns);
  const [echoed, asked]: [Round[], Round[]] = [[], []];
  for (let n = 0; n < rounds; n++) {
    echoed.push(await bots[0].round(turns));
    asked.push(await bots[1].round(turns));
  }
  for (const bot of bots) await bot.stop();
  await microsoft.close();
  const [echo, sammen] = [loadOf(...echoed), loadOf(...asked)];
  return [
    {
      bench: 'ask turn, Teams: turns/s, answers posted',
      measured: sammen.perSecond.toFixed(0),
      reference: `${echo.perSecond.toFixed(0)} (echo)`,
      target: `>= ${MIN_SHARE * 100} %: ${((sammen.perSecond / echo.perSecond) * 100).toFixed(0)} %`,
      held: sammen.failed === 0 && sammen.perSecond >= MIN_SHARE * echo.perSecond,
    },
    {
      bench: 'ask turn, Teams: p99 until acknowledged',
      measured: `${sammen.p99.toFixed(0)} ms`,
      reference: `${echo.p99.toFixed(0)} ms (echo)`,
      target: `<= ${MAX_SLOWDOWN}x: ${(sammen.p99 / echo.p99).toFixed(2)}x`,
      held: sammen.p99 <= MAX_SLOWDOWN * echo.p99,
    },
  ];
};

type Microsoft = Awaited<ReturnType<typeof startMicrosoft>>;

const startBot = async (kind: 'echo' | 'sammen', microsoft: Microsoft) => {
  const connector = await startBareConnector();
  const child = fork(fileURLToPath(new URL('teams-server.ts', import.meta.url)), [kind, microsoft.openIdMetadata], {
    execArgv: ['--import', 'tsx'],
  });
  const url = await addressOf(child);
  const headers = {
    'Content-Type': 'application/json',
    Authorization: microsoft.sign({ serviceurl: connector.serviceUrl }),
  };
  const people = Array.from({ length: PEOPLE }, (_, i) => aUser(`p${i}`));
  let sentCount = 0;
  const say = (texts: readonly string[]): Promise<Round> => {
    const requests = texts.map((text, i) => ({
      url: `${url}/api/messages`,
      headers,
      body: JSON.stringify(aMessage(people[i % PEOPLE] ?? aUser('nobody'), connector.serviceUrl, text)),
    }));
    sentCount += texts.length;
    return underLoad(requests, MAX_CONCURRENT, () => connector.posted(sentCount));
  };
  // Introduce everybody before measuring: only a person's first message makes Sammen ask Teams who they are.
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
      await connector.close();
    },
  };
};

const addressOf = async (child: ChildProcess): Promise<string> => String((await once(child, 'message'))[0]);

/** A connector that accepts every request and keeps only a count. */
const startBareConnector = async () => {
  let posts = 0;
  let waiting: { count: number; go: () => void } | null = null;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const isPost = request.method === 'POST';
      if (isPost) posts++;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(isPost ? { id: `m${posts}` } : { id: 'x', name: 'Anna Prøve', userRole: 'user' }));
      if (waiting !== null && posts >= waiting.count) waiting.go();
    });
  });
  // Connections stay open while the other bot has its round.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
