import assert from 'node:assert/strict';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { healthRoutes } from '../../adapters/web/health.ts';
import { metricsRoute } from '../../adapters/web/metrics.ts';
import { isProof, proofOf } from '../../adapters/web/proof.ts';
import type { WebRequest } from '../../adapters/web/route.ts';
import { createMetrics } from '../../app/metrics/create-metrics.ts';
import { openStore } from '../../app/open-store.ts';
import { degradedIn, detailsOf, sendingState } from '../../app/sending-state.ts';
import { deliveryId, personId } from '../../bot/ids.ts';
import { anOwed } from '../support/fixtures/builders.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const asked = (headers: WebRequest['headers'] = {}): WebRequest => ({
  params: {},
  query: new URLSearchParams(),
  headers,
  remoteAddress: '127.0.0.1',
  json: async () => ({}),
  form: async () => new URLSearchParams(),
});
const TOKEN = 'a token that only the monitoring has';

describe('the state of sending, for those who run Sammen', () => {
  it('stands in /readyz, which stays 200, and in /metrics', () =>
    inTempFolder(async (folder) => {
      const database = await openEmbedded(folder);
      const store = await openStore(database, 'sandbox');
      let isSlackAway = false;
      const platforms = new Map([
        ['teams' as const, { away: () => null }],
        ['slack' as const, { away: () => (isSlackAway ? 'away' : null) }],
      ]);
      const clock = { now: new Date() };
      const read = () => sendingState(store, platforms, () => clock.now);
      const ready = healthRoutes({
        database,
        degraded: () => degradedIn(store, platforms),
        token: TOKEN,
        details: async () => detailsOf(await read()),
        prove: () => null,
      }).find(({ path }) => path === '/readyz');
      const counted = createMetrics([...platforms.keys()]);
      const metrics = metricsRoute(TOKEN, () => counted.scrape({ sending: read, ping: database.ping }));
      const see = async () => {
        const text = await metrics.handle(asked({ authorization: `Bearer ${TOKEN}` }));
        return { ready: await ready?.handle(asked()), metrics: text.kind === 'file' ? String(text.body) : '' };
      };

      const healthy = await see();
      assert.deepEqual(healthy.ready, { kind: 'json', status: 200, body: { ok: true } });
      assert.match(healthy.metrics, /^sammen_platform_held\{platform="teams"\} 0$/m);

      isSlackAway = true;
      const now = new Date();
      await store.holds.add({ queue: 'teams', since: now, reason: 'x', probes: 0, probeAt: now, told: true });
      await store.holds.pause(now);
      const lease = new Date(Date.now() + 15_000);
      for (const [id, outcome] of [
        ['held', { state: 'due', tryAt: now, reason: 'x', heldOn: 'teams' }],
        ['blocked', { state: 'unreachable', reason: 'x', undelivered: personId('p1') }],
        ['failed', { state: 'failed', reason: 'x' }],
      ] as const) {
        await store.deliveries.add(anOwed({ id: deliveryId(id), notBefore: now }));
        await store.deliveries.claim(deliveryId(id), 'me', new Date(), lease);
        await store.deliveries.finish(deliveryId(id), 'me', outcome);
      }
      await store.deliveries.add(anOwed({ id: deliveryId('run'), notBefore: now, queue: 'teams' }));
      await store.deliveries.add(anOwed({ id: deliveryId('later'), notBefore: new Date(now.getTime() + 900_000) }));
      clock.now = new Date(now.getTime() + 600_000);
      const ill = await see();
      assert.deepEqual(ill.ready, {
        kind: 'json',
        status: 200,
        body: { ok: true, degraded: true, held: ['teams'], away: ['slack'], paused: true },
      });
      assert.deepEqual(
        ill.metrics
          .split('\n')
          .filter((line) =>
            /^sammen_(store|platform_(held|away)|sending|messages|deliveries_due|oldest|people)/.test(line),
          ),
        [
          'sammen_store_up 1',
          'sammen_platform_held{platform="teams"} 1',
          'sammen_platform_held{platform="slack"} 0',
          'sammen_platform_away{platform="teams"} 0',
          'sammen_platform_away{platform="slack"} 1',
          'sammen_sending_paused{by="operator"} 1',
          'sammen_messages_unsent{state="undeliverable"} 1',
          'sammen_messages_unsent{state="failed"} 1',
          'sammen_messages_unsent{state="waiting"} 1',
          'sammen_deliveries_due{platform="teams"} 1',
          'sammen_deliveries_due{platform="slack"} 0',
          'sammen_deliveries_due{platform="any"} 1',
          'sammen_oldest_due_seconds 600',
          'sammen_people_undeliverable 1',
        ],
      );
      const told = await ready?.handle(asked({ authorization: `Bearer ${TOKEN}` }));
      assert.deepEqual(told?.kind === 'json' && told.body, {
        ...{ ok: true, degraded: true, held: ['teams'], away: ['slack'], paused: true },
        details: {
          platforms: { teams: { held: true, away: false, queued: 1 }, slack: { held: false, away: true, queued: 0 } },
          due: 1,
          oldestDueSeconds: 600,
          unsent: { undeliverable: 1, failed: 1, waiting: 1 },
          peopleUndeliverable: 1,
        },
      });
      await database.close();
      const away = await see().catch(() => null);
      assert.equal(away, null, '/readyz refuses');
      const blind = await metrics.handle(asked({ authorization: `Bearer ${TOKEN}` }));
      const body = blind.kind === 'file' ? String(blind.body) : '';
      assert.match(body, /^sammen_store_up 0$/m);
      assert.doesNotMatch(body, /^sammen_(deliveries_due|platform_held|messages_unsent)\{/m);
      assert.match(body, /^sammen_oldest_due_seconds Nan$/m);
    }));

  it('proves in /healthz to whoever asks which Sammen it is, and signs nothing else', async () => {
    const [route] = healthRoutes({
      database: { ping: async () => undefined },
      degraded: async () => assert.fail('read'),
      token: null,
      details: async () => assert.fail('read'),
      prove: (challenge) => proofOf(challenge, TOKEN),
    });
    const answerTo = async (challenge: string) =>
      await route?.handle({ ...asked(), query: new URLSearchParams({ challenge }) });
    const challenge = 'a'.repeat(22);
    const proof = proofOf(challenge, TOKEN);
    assert.ok(isProof(proof, challenge, TOKEN) && !isProof(proof, challenge, 'another'));
    assert.deepEqual(await answerTo(challenge), { kind: 'json', status: 200, body: { ok: true, proof } });
    for (const other of ['', 'short', `${challenge}a`, 'eyJleHAiOjF9.aaaaaaaaa'])
      assert.deepEqual(await answerTo(other), { kind: 'json', status: 200, body: { ok: true } });
  });

  for (const authorization of [undefined, '', TOKEN, `Bearer ${TOKEN}x`, 'Bearer '])
    it(`is not for somebody who sends ${JSON.stringify(authorization)}`, async () => {
      const route = metricsRoute(TOKEN, async () => assert.fail('read'));
      const answer = await route.handle(asked(authorization === undefined ? {} : { authorization }));
      assert.equal(answer.kind === 'json' && answer.status, 401);
    });
});
