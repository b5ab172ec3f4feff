import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { openReferences } from '../../adapters/teams/references.ts';
import { PLATFORM_LIMITS } from '../../app/platforms/limits.ts';
import { planRun } from '../../bot/nudges/plan-run.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import type { Delivery } from '../../outbox/ports.ts';
import { type BothHouse, openBothHouse } from '../cross-platform/support/both-context.ts';
import { aPerson, aWelcome, TUESDAY } from '../support/fixtures/builders.ts';
import { BOT } from '../teams/support/activities.ts';
import { TENANT } from '../teams/support/names.ts';

const WEEK = '2026-W50';
const MONDAY = new Date('2026-12-07T08:01:00.000Z');
/** Longer than a busy machine stalls, so that a server that does respond is not mistaken for one that hangs. */
const SHORT_TIMEOUT = 5_000;
/** Seconds. */
const RETRY_AFTER = 5;
const BUNCHED = 2;

type PlatformTrouble = 429 | 403 | 404 | 502 | 400 | 'hang';
/** The platform's responses to each person, attempt by attempt; after the last it accepts the message. */
const MEETS: Record<number, readonly PlatformTrouble[]> = {
  1: [403],
  2: [404],
  3: [502],
  4: ['hang'],
  5: [400],
  6: [429],
};
const ENDS: Record<number, Delivery<unknown>['state']> = { 1: 'unreachable', 5: 'failed' };
/** Few errors of each kind, so that the run takes seconds: most people meet none. */
const kindOf = (n: number): number => (n % 15 === 0 ? (n / 15) % 7 : 0);

const idOf = (platform: Platform, n: number): string => `${platform}-${String(n).padStart(3, '0')}`;
const peopleOn = (platform: Platform, many: number): Person[] =>
  Array.from({ length: many }, (_, n) =>
    aPerson(idOf(platform, n), { addresses: [{ platform, id: idOf(platform, n), at: TUESDAY }] }),
  );
const TEAMS = peopleOn('teams', 210);
const SLACK = peopleOn('slack', 105);

describe('a weekly run over HTTP on a failing Teams and Slack', function () {
  this.timeout(120_000);
  let both: BothHouse;
  const arrived = new Map<Platform, number[]>([
    ['teams', []],
    ['slack', []],
  ]);
  const tries = new Map<string, number>();
  const heldAt = new Map<Platform, number>();

  const meet = (platform: Platform, n: number): PlatformTrouble | null => {
    arrived.get(platform)?.push(performance.now());
    const id = idOf(platform, n);
    const tried = tries.get(id) ?? 0;
    tries.set(id, tried + 1);
    const met = MEETS[kindOf(n)]?.[tried] ?? null;
    if (met === 429 && !heldAt.has(platform)) heldAt.set(platform, performance.now());
    return met;
  };
  const headers = { 'Retry-After': String(RETRY_AFTER) };

  before(async () => {
    both = await openBothHouse([...TEAMS, ...SLACK], { limits: PLATFORM_LIMITS, timeout: SHORT_TIMEOUT });
    const references = await openReferences(both.setup.database, both.setup.store.seal);
    for (const [n, { _id }] of TEAMS.entries())
      await references.keep({
        _id,
        conversation: `a:${n}`,
        serviceUrl: both.connector.serviceUrl,
        channel: 'msteams',
        bot: BOT.id,
        user: `29:${n}`,
        tenant: TENANT,
        locale: null,
        timeZone: null,
        installed: true,
      });
    for (const [n, { _id }] of SLACK.entries()) both.slack.chats.set(_id, `D${n}`);
    both.connector.trouble = ({ path }) => {
      const n = Number(/^\/v3\/conversations\/a(?::|%3A)(\d+)\/activities$/.exec(path)?.[1]);
      const met = Number.isNaN(n) ? null : meet('teams', n);
      if (met === null || met === 'hang') return met;
      const code = met === 403 ? 'MessageWritesBlocked' : met === 400 ? 'BadSyntax' : 'NoLuck';
      return { status: met, body: { error: { code, message: code } }, ...(met === 429 ? { headers } : {}) };
    };
    both.slack.trouble = ({ method, fields }) => {
      if (method !== 'chat.postMessage') return null;
      const met = meet('slack', Number(fields.get('channel')?.slice(1)));
      // Slack refuses with an error code and never with a 404.
      if (met === 403) return { error: 'user_not_found' };
      if (met === 400) return { error: 'invalid_blocks' };
      if (met === 404) return { error: 'internal_error' };
      return met === null || met === 'hang' ? met : { status: met, ...(met === 429 ? { headers } : {}) };
    };
    for (const { _id } of [...TEAMS, ...SLACK]) await both.setup.store.nudges.add(aWelcome(_id));
    both.setup.now = MONDAY;
    await planRun(WEEK, both.setup.deps);
    const deliveries = await both.setup.database.collection<Delivery<unknown>>('deliveries', []);
    while ((await deliveries.count({ state: 'queued' })) > 0) {
      await both.drain();
      await sleep(50);
    }
  });
  after(() => both.close());

  it('ends each message as sent, unreachable or failed, with the reason', async () => {
    const deliveries = await both.setup.database.collection<Delivery<unknown>>('deliveries', []);
    const ended: Record<string, number> = {};
    for (const [n, { _id }] of [...TEAMS.entries(), ...SLACK.entries()]) {
      const delivery = await deliveries.get(`n.${WEEK}.${_id}`);
      assert.equal(delivery?.state, ENDS[kindOf(n)] ?? 'sent', `${_id}: ${delivery?.reason}`);
      if (delivery?.state !== 'sent') assert.match(delivery?.reason ?? '', /^(?:Teams|Slack) answered/);
      ended[delivery?.state ?? ''] = (ended[delivery?.state ?? ''] ?? 0) + 1;
    }
    assert.deepEqual(ended, { sent: 309, unreachable: 3, failed: 3 });
  });

  it('brings everybody reachable exactly one message', () => {
    for (const n of TEAMS.keys()) {
      const gets = ENDS[kindOf(n)] === undefined ? 1 : 0;
      assert.equal(both.connector.chat(`a:${n}`).length, gets, `teams ${n}`);
    }
    for (const n of SLACK.keys())
      assert.equal(both.slack.chat(`D${n}`).length, ENDS[kindOf(n)] === undefined ? 1 : 0, `slack ${n}`);
  });

  it('never exceeds the rate limit, as seen by the platforms’ servers', () => {
    for (const platform of ['teams', 'slack'] as const) {
      const times = arrived.get(platform) ?? [];
      const limit = PLATFORM_LIMITS[platform] ?? 0;
      // Requests are paced below the limit when they leave. A busy machine may bunch them by up to two seconds on the way,
      // so no stretch of arrivals may exceed the limit for its length plus those seconds.
      for (const [first, from] of times.entries())
        for (const [more, to] of times.slice(first).entries()) {
          const allowed = limit * ((to - from) / 1000 + BUNCHED);
          assert.ok(more < allowed, `${more + 1} on ${platform} in ${to - from} ms`);
        }
    }
  });

  it('waits as long as a platform asks', () => {
    for (const platform of ['teams', 'slack'] as const) {
      const from = heldAt.get(platform) ?? 0;
      assert.ok(from > 0, `${platform} asked to wait`);
      // Requests already on their way may still arrive; after that none may until the wait is over.
      const settled = from + RETRY_AFTER * 1000 * 0.6;
      const during = (arrived.get(platform) ?? []).filter((at) => at > settled && at < from + RETRY_AFTER * 990);
      assert.deepEqual(during, [], platform);
    }
  });
});
