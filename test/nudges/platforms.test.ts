import assert from 'node:assert/strict';
import sinon from 'sinon';
import { CallFailed } from '../../adapters/teams/connector.ts';
import { deliveryFault } from '../../adapters/teams/delivery-fault.ts';
import { createMessageSender } from '../../app/delivery/create-message-sender.ts';
import { PLATFORM_LIMITS } from '../../app/platforms/limits.ts';
import { planRun } from '../../bot/nudges/plan-run.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import type { Delivery } from '../../outbox/ports.ts';
import { createRateLimit, type Stopwatch } from '../../outbox/rate-limit.ts';
import type { Sender } from '../../outbox/sender.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, aWelcome, TUESDAY } from '../support/fixtures/builders.ts';

const WEEK = '2026-W50';
const MONDAY = new Date('2026-12-07T08:01:00.000Z');
const WAIT = 10_000;
const PART = 1_000;

const on = (platform: Platform, n: number): Person =>
  aPerson(`${platform}-${String(n).padStart(3, '0')}`, {
    addresses: [{ platform, id: `${platform}${n}`, at: TUESDAY }],
  });
const PEOPLE = [
  ...Array.from({ length: 220 }, (_, n) => on('teams', n)),
  ...Array.from({ length: 60 }, (_, n) => on('slack', n)),
];

type PlatformTrouble = { status: number; retryAfter?: number } | 'hangs';
/** The platform's responses to each person, attempt by attempt; after the last it accepts the message. */
const meets = (n: number): readonly PlatformTrouble[] => {
  switch (n % 10) {
    case 1:
      return [{ status: 403 }];
    case 2:
      return [{ status: 404 }];
    case 3:
      return [{ status: 404 }, { status: 404 }];
    case 4:
      return [{ status: 502 }];
    case 5:
      return ['hangs'];
    case 6:
      return [{ status: 400 }];
    default:
      return [];
  }
};
const ENDS: Record<number, Delivery<unknown>['state']> = { 1: 'unreachable', 3: 'unreachable', 6: 'failed' };

const CODES: Record<number, string> = { 400: 'BadSyntax', 403: 'MessageWritesBlocked' };
const platformError = (met: PlatformTrouble): unknown =>
  met === 'hangs'
    ? deliveryFault(new Error('timeout of 10000ms exceeded'))
    : deliveryFault(
        new CallFailed(`${CODES[met.status] ?? 'NoLuck'}: answered ${met.status}`, met.status, met.retryAfter),
      );

/** `by`: which of the senders asked. */
type Asked = { platform: Platform; at: number; by: number };

describe('a run on platforms with rate limits and errors', function () {
  this.timeout(120_000);
  let setup: TestBot;
  let clock: sinon.SinonFakeTimers;
  const asked: Asked[] = [];
  const tries = new Map<string, number>();
  let pausedAt = 0;

  /**
   * Time passes only while a sender waits. A long wait passes in steps, each with a read of the store, so that leases are
   * renewed meanwhile: otherwise several concurrent waits would look like a stalled process.
   */
  const watch: Stopwatch = {
    now: Date.now,
    sleep: async (milliseconds) => {
      const until = Date.now() + Math.ceil(milliseconds);
      while (until - Date.now() > PART) {
        clock.tick(PART);
        await setup.store.deliveries.busy(new Date(), setup.now);
      }
      if (until > Date.now()) clock.tick(until - Date.now());
    },
  };
  const post = (to: Person, platform: Platform, by: number): void => {
    asked.push({ platform, at: Date.now(), by });
    const n = Number(to._id.slice(-3));
    const tried = tries.get(to._id) ?? 0;
    // This 429 may hit anybody, so it does not count as one of that person's attempts.
    if (platform === 'teams' && pausedAt === 0 && asked.length > 100) {
      pausedAt = Date.now();
      throw platformError({ status: 429, retryAfter: WAIT });
    }
    tries.set(to._id, tried + 1);
    const met = meets(n)[tried];
    if (met !== undefined) throw platformError(met);
  };
  const openSender = (nth: number): Sender =>
    createMessageSender({
      debtors: [],
      deliveries: setup.store.deliveries,
      holds: setup.store.holds,
      alarm: setup.alarm,
      sending: {
        deps: setup.deps,
        posts: setup.store.posts,
        channelOn: (platform) => ({
          post: async (to, id) => {
            post(to, platform, nth);
            return id;
          },
          postInTeam: async () => '',
          reopen: async () => {
            throw platformError({ status: 403 });
          },
          update: async () => undefined,
        }),
      },
      rateLimit: createRateLimit(setup.store.paceBook, PLATFORM_LIMITS, watch),
      clock: () => setup.now,
      onFault: () => undefined,
    });

  before(async () => {
    // Leases are renewed by intervals, which advance with the fake clock.
    clock = sinon.useFakeTimers({ now: MONDAY, toFake: ['Date', 'setInterval', 'clearInterval'] });
    setup = await openTestBot(PEOPLE);
    const { nudges } = setup.store;
    for (const { _id } of PEOPLE) await nudges.add(aWelcome(_id));
    setup.now = MONDAY;
    const counts = await planRun(WEEK, setup.deps);
    assert.equal(counts.nudge, PEOPLE.length);
    // Two senders share the store, as two processes do.
    const senders = [openSender(0), openSender(1)];
    const left = async () =>
      (await setup.database.collection<Delivery<unknown>>('deliveries', [])).count({ state: 'queued' });
    for (let rounds = 0; (await left()) > 0; rounds++) {
      assert.ok(rounds < 100, 'it goes on for ever');
      await Promise.all(senders.map((sender) => sender.drain()));
      clock.tick(1000);
    }
    await Promise.all(senders.map((sender) => sender.stop()));
  });
  after(async () => {
    clock.restore();
    await setup.close();
  });

  const of = (platform: Platform) =>
    asked
      .filter((one) => one.platform === platform)
      .map(({ at }) => at)
      .sort((a, b) => a - b);

  it('ends each message as sent, unreachable, or failed with the reason', async () => {
    const deliveries = await setup.database.collection<Delivery<unknown>>('deliveries', []);
    for (const { _id } of PEOPLE) {
      const delivery = await deliveries.get(`n.${WEEK}.${_id}`);
      const n = Number(_id.slice(-3)) % 10;
      assert.equal(delivery?.state, ENDS[n] ?? 'sent', `${_id}: ${delivery?.reason}`);
      if (n === 6) assert.match(delivery?.reason ?? '', /answered 400/);
    }
  });

  it('is shared by both processes', () => {
    const byFirst = asked.filter(({ by }) => by === 0).length;
    assert.ok(Math.min(byFirst, asked.length - byFirst) > asked.length / 4, `${byFirst} of ${asked.length}`);
  });

  it('never exceeds a platform’s rate limit in any second, even with two processes', () => {
    for (const platform of ['teams', 'slack'] as const) {
      const limit = PLATFORM_LIMITS[platform] ?? 0;
      const times = of(platform);
      assert.ok(times.length > 50);
      for (const [n, at] of times.entries()) {
        const beyond = times[n + limit];
        assert.ok(
          beyond === undefined || beyond - at >= 1000,
          `${limit + 1} requests on ${platform} in ${Number(beyond) - at} ms`,
        );
      }
    }
  });

  it('is paused for everybody when a platform asks to wait, on that platform only', () => {
    const within = (at: number) => at > pausedAt && at < pausedAt + WAIT;
    // A request already begun by the other process may arrive at the same moment.
    assert.ok(of('teams').filter(within).length <= 1, String(of('teams').filter(within).length));
    assert.ok(of('teams').some((at) => at >= pausedAt + WAIT));
  });

  it('records what was delivered, to whom and when, and nothing else', async () => {
    const records = await setup.store.nudges.of(PEOPLE.map(({ _id }) => _id));
    const sent = records.filter(({ message, sent: at }) => message === 'nudge' && at !== null);
    assert.equal(sent.length, PEOPLE.filter(({ _id }) => ENDS[Number(_id.slice(-3)) % 10] === undefined).length);
  });
});
