import { setImmediate as immediate } from 'node:timers/promises';
import { createMessageSender } from '../app/delivery/create-message-sender.ts';
import { PLATFORM_LIMITS } from '../app/platforms/limits.ts';
import type { Platform } from '../bot/platform.ts';
import { DeliveryError } from '../outbox/delivery-error.ts';
import { createRateLimit, type Stopwatch } from '../outbox/rate-limit.ts';
import { openTestBot } from '../test/support/fixtures/bot-on-store.ts';
import { MONDAY, planned } from './nudge-people.ts';
import type { Row } from './table.ts';

const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 50_000);
const SHARE = 0.97;
/** So often the platform asks everybody to wait, and for how long. */
const REFUSALS = 5;
const WAIT = 2_000;
/** What the heap may grow by from the first tenth of the run to its end, in MB: everything else is the store's. */
const GROWTH = 40;

/** A weekly run at a platform's limit, on a clock that moves when somebody waits for their turn. */
export const nudgeRunLimited = async (): Promise<Row[]> => [...(await rowsFor('teams')), ...(await rowsFor('slack'))];

const rowsFor = async (platform: Platform): Promise<Row[]> => {
  const limit = PLATFORM_LIMITS[platform] ?? 0;
  const setup = await openTestBot([]);
  await planned(setup, platform, PEOPLE);
  let now = MONDAY.getTime();
  let onTheirWay = 0;
  const watch: Stopwatch = {
    now: () => now,
    // Time stands still while a request is on its way: only waiting takes time here.
    sleep: async (milliseconds) => {
      while (onTheirWay > 0) await immediate();
      now += milliseconds;
    },
  };
  const rateLimit = createRateLimit(setup.store.paceBook, PLATFORM_LIMITS, watch);
  const times: number[] = [];
  const heap: number[] = [];
  let refused = 0;
  let most = 0;
  const sender = createMessageSender({
    debtors: [],
    deliveries: setup.store.deliveries,
    sending: {
      deps: setup.deps,
      posts: setup.store.posts,
      channelOn: () => ({
        post: async (_to, id) => {
          onTheirWay--;
          times.push(now);
          const first = times.findLastIndex((at) => at <= now - 1000);
          most = Math.max(most, times.length - 1 - first);
          if (times.length % Math.floor(PEOPLE / 50) === 0) heap.push(heapNow());
          if (refused < REFUSALS && times.length > ((refused + 1) * PEOPLE) / (REFUSALS + 1)) {
            refused++;
            throw new DeliveryError('retry', 'answered 429', { retryAfter: WAIT });
          }
          return id;
        },
        postInTeam: async () => '',
        update: async () => undefined,
      }),
    },
    rateLimit: {
      ...rateLimit,
      turn: async (on) => {
        const mine = await rateLimit.turn(on);
        if (mine) onTheirWay++;
        return mine;
      },
    },
    clock: () => setup.now,
    onFault: () => undefined,
  });
  let sent = 0;
  while (sent < PEOPLE) {
    await sender.drain();
    sent = (await setup.store.nudges.progress('2026-W50')).sent;
  }
  await sender.stop();
  await setup.close();
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0) - refused * WAIT) / 1000;
  const rate = times.length / seconds;
  const grown = ((heap.at(-1) ?? 0) - (heap[Math.floor(heap.length / 10)] ?? 0)) / 2 ** 20;
  return [
    {
      bench: `nudge run, ${PEOPLE} people, ${platform}: messages/s`,
      measured: `${rate.toFixed(2)} (at most ${most} in a second)`,
      reference: `${limit} (the limit)`,
      target: `>= ${SHARE * 100} %: ${((rate / limit) * 100).toFixed(1)} %; ${refused} x 429, ${sent} sent`,
      held: rate >= SHARE * limit && most <= limit && sent === PEOPLE,
    },
    {
      bench: `nudge run, ${PEOPLE} people, ${platform}: heap`,
      measured: `${grown.toFixed(0)} MB more at the end`,
      reference: `${((heap[0] ?? 0) / 2 ** 20).toFixed(0)} MB (first fiftieth)`,
      target: `<= ${GROWTH} MB`,
      held: grown <= GROWTH,
    },
  ];
};

const heapNow = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
