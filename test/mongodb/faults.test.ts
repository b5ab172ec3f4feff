import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { BOUNDS, behindProxy, TOO_SLOW } from './support/behind-proxy.ts';
import { startFaultProxy } from './support/fault-proxy.ts';
import { isEncrypted, serverAt, TEST_URI, throughProxy } from './support/test-database.ts';
import { createTraffic } from './support/traffic.ts';
import { onDatabase, startOn } from './support/two-processes.ts';

/** Six seconds by default; `MONGODB_AWAY=60` makes the outage last a minute. */
const AWAY_MS = Number(process.env.MONGODB_AWAY ?? 6) * 1000;

if (TEST_URI !== null) {
  describe('faults between Sammen and MongoDB', () => {
    it('loses no acknowledged message while the server is away, answers 503, and recovers by itself', () =>
      behindProxy(async ({ proxy, running, cases, allSent }) => {
        const traffic = await createTraffic(() => running.map(({ url }) => url)).start(4);
        await eventually('some messages', async () => (traffic.words() > 10 ? true : null));
        proxy.cut();
        const until = Date.now() + AWAY_MS;
        const { call } = sandboxAt(() => running[0]?.url ?? '');
        const message = { person: 'karen', text: 'hjælp' };
        await eventually('503', async () => ((await call('GET', '/readyz')).status === 503 ? true : null));
        do {
          assert.equal((await call('GET', '/healthz')).status, 200);
          assert.equal((await call('GET', '/sandbox/people')).status, 503);
          // The traffic alone might see no 503: its presses may all be stored by now and waiting for their effects.
          assert.equal((await call('POST', '/sandbox/messages', message)).status, 503);
          await sleep(100);
        } while (Date.now() < until);
        const sentDuringOutage = traffic.words();
        proxy.heal();
        await eventually('messages again', async () => (traffic.words() > sentDuringOutage + 10 ? true : null));
        await eventually('200', async () => ((await call('GET', '/readyz')).status === 200 ? true : null));
        await traffic.stop();
        await allSent();
        await traffic.check(await cases());
      }));

    it('keeps working when answers are slow, and answers 503 when they take too long', () =>
      behindProxy(async ({ proxy, running, cases, allSent }) => {
        const traffic = await createTraffic(() => running.map(({ url }) => url)).start(2);
        proxy.slow(60);
        const before = traffic.words();
        await eventually('messages despite slow answers', async () => (traffic.words() > before + 2 ? true : null));
        proxy.slow(TOO_SLOW);
        const { call } = sandboxAt(() => running[0]?.url ?? '');
        await eventually('503', async () => ((await call('GET', '/sandbox/people')).status === 503 ? true : null));
        proxy.slow(0);
        const sentBefore = traffic.words();
        await eventually('messages again', async () => (traffic.words() > sentBefore + 4 ? true : null));
        await traffic.stop();
        await allSent();
        await traffic.check(await cases());
      }));

    for (const words of [
      ['insert', 'locks'],
      ['createIndexes', 'cases'],
      ['insert', 'meta'],
    ] as const) {
      it(`can start again after the connection was reset during a start: ${words.join(' ')}`, async function () {
        if (isEncrypted(TEST_URI)) this.skip();
        await onDatabase((database) =>
          inTempFolder(async (folder) => {
            const { host, port } = serverAt(database.uri);
            const proxy = await startFaultProxy(host, port);
            const uri = throughProxy(database.uri, proxy.port, BOUNDS);
            const reset = proxy.resetAt(words, 'after');
            // On a standalone server the driver cannot retry writes, so the start may fail with a readable error.
            const first = await startOn(uri, folder).catch((error: Error) => error);
            await reset;
            if (first instanceof Error) assert.match(first.message, /\n(\{.*\}\n)*the store cannot/);
            const second = await startOn(uri, folder);
            assert.ok((await sandboxAt(() => second.url).people()).length > 0);
            await second.stop();
            if (!(first instanceof Error)) await first.stop();
            await proxy.stop();
          }),
        );
      });
    }
  });
}
