import type { BarePlatform } from './bare-platform.ts';
import { type Child, startChild } from './child.ts';
import { loadOf, type Round } from './load.ts';
import type { Row } from './table.ts';

const MAX_CONCURRENT = 32;
const ROUNDS = 6;
const TURNS = 1000;
const MIN_SHARE = 0.6;
const MAX_SLOWDOWN = 2;

/**
 * Measures a dilemma asked of Sammen against an echo bot on the same stack: both answer with a message over the
 * platform's API. They alternate, so that other load on the machine slows both.
 * @param server the file that starts either of them, as its first argument says
 */
export const askTurn = async (
  name: string,
  platform: BarePlatform,
  server: URL,
  args: readonly string[],
): Promise<Row[]> => {
  const [echoBot, sammenBot] = [
    await startChild(server, ['echo', ...args]),
    await startChild(server, ['sammen', ...args]),
  ];
  const round = async ({ url }: Child): Promise<Round> => {
    await platform.introduce(TURNS, [url], MAX_CONCURRENT);
    return platform.ask(TURNS, [url], MAX_CONCURRENT);
  };
  const [echoed, asked]: [Round[], Round[]] = [[], []];
  try {
    for (const bot of [echoBot, sammenBot]) await round(bot);
    for (let n = 0; n < ROUNDS; n++) {
      echoed.push(await round(echoBot));
      asked.push(await round(sammenBot));
    }
  } finally {
    await Promise.all([echoBot.stop(), sammenBot.stop()]);
  }
  const [echo, sammen] = [loadOf(...echoed), loadOf(...asked)];
  return [
    {
      bench: `ask turn, ${name}: turns/s, answers posted`,
      measured: sammen.perSecond.toFixed(0),
      reference: `${echo.perSecond.toFixed(0)} (echo)`,
      target: `>= ${MIN_SHARE * 100} %: ${((sammen.perSecond / echo.perSecond) * 100).toFixed(0)} %`,
      held: sammen.failed === 0 && sammen.perSecond >= MIN_SHARE * echo.perSecond,
    },
    {
      bench: `ask turn, ${name}: p99 until the answer was posted`,
      measured: `${sammen.p99.toFixed(0)} ms`,
      reference: `${echo.p99.toFixed(0)} ms (echo)`,
      target: `<= ${MAX_SLOWDOWN}x: ${(sammen.p99 / echo.p99).toFixed(2)}x`,
      held: sammen.p99 <= MAX_SLOWDOWN * echo.p99,
    },
  ];
};
