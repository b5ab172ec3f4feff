import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { BOUNDS, behindProxy, TOO_SLOW } from './support/behind-proxy.ts';
import { startFaultProxy } from './support/fault-proxy.ts';
import { isEncrypted, serverAt, TEST_URI, throughProxy } from './support/test-database.ts';
import { createTraffic } from './support/traffic.ts';
import { onDatabase, startOn } from './support/two-processes.ts';

/** Six seconds in every run; `MONGODB_AWAY=60` is the minute. */
const AWAY = Number(process.env.MONGODB_AWAY ?? 6) * 1000;

if (TEST_URI !== null) {
  describe('faults between Sammen and MongoDB', () => {
    it('loses nothing that was acknowledged while the server is away, says 503, and heals by itself', () =>
      behindProxy(async ({ proxy, running, cases, allSent }) => {
        const traffic = await createTraffic(() => running.map(({ url }) => url)).start(4);
        await eventually('some words', async () => (traffic.words() > 10 ? true : null));
        proxy.cut();
        const until = Date.now() + AWAY;
        const { call } = sandboxAt(() => running[0]?.url ?? '');
        const words = { person: 'karen', text: 'hjælp' };
        await eventually('503', async () => ((await call('GET', '/readyz')).status === 503 ? true : null));
        do {
          assert.equal((await call('GET', '/healthz')).status, 200);
          assert.equal((await call('GET', '/sandbox/people')).status, 503);
          // Not left to the traffic: all of its presses may have been stored by then, and wait for what they set off.
          assert.equal((await call('POST', '/sandbox/messages', words)).status, 503);
          await sleep(100);
        } while (Date.now() < until);
        const during = traffic.words();
        proxy.heal();
        await eventually('words again', async () => (traffic.words() > during + 10 ? true : null));
        await eventually('200', async () => ((await call('GET', '/readyz')).status === 200 ? true : null));
        await traffic.stop();
        await allSent();
        await traffic.check(await cases());
      }));

    it('works on with slow answers, and says 503 to what takes too long', () =>
      behindProxy(async ({ proxy, running, cases, allSent }) => {
        const traffic = await createTraffic(() => running.map(({ url }) => url)).start(2);
        proxy.slow(60);
        const before = traffic.words();
        await eventually('words, slowly', async () => (traffic.words() > before + 2 ? true : null));
        proxy.slow(TOO_SLOW);
        const { call } = sandboxAt(() => running[0]?.url ?? '');
        await eventually('503', async () => ((await call('GET', '/sandbox/people')).status === 503 ? true : null));
        proxy.slow(0);
        const late = traffic.words();
        await eventually('words again', async () => (traffic.words() > late + 4 ? true : null));
        await traffic.stop();
        await allSent();
        await traffic.check(await cases());
      }));

    for (const words of [
      ['insert', 'locks'],
      ['createIndexes', 'cases'],
      ['insert', 'meta'],
    ] as const) {
      it(`starts after all when the connection was reset in the middle of a start: ${words.join(' ')}`, async function () {
        if (isEncrypted(TEST_URI)) this.skip();
        await onDatabase((database) =>
          inTempFolder(async (folder) => {
            const { host, port } = serverAt(database.uri);
            const proxy = await startFaultProxy(host, port);
            const uri = throughProxy(database.uri, proxy.port, BOUNDS);
            const reset = proxy.resetAt(words, 'after');
            // Standing alone the server lets the driver repeat no write: then the start ends with a sentence.
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
