import { setImmediate as immediate } from 'node:timers/promises';
import { createMessageSender } from '../app/delivery/create-message-sender.ts';
import { PLATFORM_LIMITS } from '../app/platforms/limits.ts';
import type { Platform } from '../bot/platform.ts';
import { DeliveryError } from '../outbox/delivery-error.ts';
import { createRateLimit, type Stopwatch } from '../outbox/rate-limit.ts';
import { openTestBot } from '../test/support/fixtures/bot-on-store.ts';
import { MONDAY, planPeople } from './nudge-people.ts';
import type { Row } from './table.ts';

const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 50_000);
const MIN_SHARE = 0.97;
/** How often the platform asks everybody to wait. */
const REFUSALS = 5;
const WAIT_MS = 2_000;
/** Limit of the heap's growth from the first tenth of the run to its end; what is there before belongs to the store. */
const MAX_GROWTH_MB = 40;

/** Measures a weekly run at a platform's rate limit, on a clock that advances only when a sender waits for its turn. */
export const nudgeRunLimited = async (): Promise<Row[]> => [...(await rowsFor('teams')), ...(await rowsFor('slack'))];

const rowsFor = async (platform: Platform): Promise<Row[]> => {
  const limit = PLATFORM_LIMITS[platform] ?? 0;
  const setup = await openTestBot([]);
  await planPeople(setup, platform, PEOPLE);
  let now = MONDAY.getTime();
  let inFlight = 0;
  const watch: Stopwatch = {
    now: () => now,
    // The clock stands still while a request is in flight: only waiting takes time here.
    sleep: async (milliseconds) => {
      while (inFlight > 0) await immediate();
      now += milliseconds;
    },
  };
  const rateLimit = createRateLimit(setup.store.paceBook, PLATFORM_LIMITS, watch);
  const times: number[] = [];
  const heap: number[] = [];
  let refused = 0;
  let maxInSecond = 0;
  const sender = createMessageSender({
    debtors: [],
    deliveries: setup.store.deliveries,
    holds: setup.store.holds,
    alarm: setup.alarm,
    sending: {
      deps: setup.deps,
      posts: setup.store.posts,
      channelOn: () => ({
        post: async (_to, id) => {
          inFlight--;
          times.push(now);
          const first = times.findLastIndex((time) => time <= now - 1000);
          maxInSecond = Math.max(maxInSecond, times.length - 1 - first);
          if (times.length % Math.floor(PEOPLE / 50) === 0) heap.push(heapNow());
          if (refused < REFUSALS && times.length > ((refused + 1) * PEOPLE) / (REFUSALS + 1)) {
            refused++;
            throw new DeliveryError('retry', 'answered 429', { retryAfter: WAIT_MS });
          }
          return id;
        },
        postInTeam: async () => '',
        reopen: async () => undefined,
        update: async () => undefined,
      }),
    },
    rateLimit: {
      ...rateLimit,
      turn: async (on) => {
        const mine = await rateLimit.turn(on);
        if (mine) inFlight++;
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
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0) - refused * WAIT_MS) / 1000;
  const rate = times.length / seconds;
  const grown = ((heap.at(-1) ?? 0) - (heap[Math.floor(heap.length / 10)] ?? 0)) / 2 ** 20;
  return [
    {
      bench: `nudge run, ${PEOPLE} people, ${platform}: messages/s`,
      measured: `${rate.toFixed(2)} (at most ${maxInSecond} in a second)`,
      reference: `${limit} (the limit)`,
      target: `>= ${MIN_SHARE * 100} %: ${((rate / limit) * 100).toFixed(1)} %; ${refused} x 429, ${sent} sent`,
      held: rate >= MIN_SHARE * limit && maxInSecond <= limit && sent === PEOPLE,
    },
    {
      bench: `nudge run, ${PEOPLE} people, ${platform}: heap`,
      measured: `${grown.toFixed(0)} MB more at the end`,
      reference: `${((heap[0] ?? 0) / 2 ** 20).toFixed(0)} MB (first fiftieth)`,
      target: `<= ${MAX_GROWTH_MB} MB`,
      held: grown <= MAX_GROWTH_MB,
    },
  ];
};

const heapNow = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
