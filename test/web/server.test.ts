import assert from 'node:assert/strict';
import { json, type Route } from '../../adapters/web/route.ts';
import { createWebServer } from '../../adapters/web/server.ts';

const openServer = async (routes: readonly Route[]) => {
  const server = createWebServer({ routes, hosts: null, onFault: (error) => assert.fail(String(error)) });
  const port = await server.listen(0, '127.0.0.1');
  return { server, url: `http://127.0.0.1:${port}` };
};

/** A promise and the function that resolves it. */
const signal = () => {
  let fire = (): void => undefined;
  const fired = new Promise<void>((resolve) => (fire = resolve));
  return { fired, fire };
};

describe('the web server', () => {
  it('answers HEAD wherever it answers GET, with the same status and headers and no body', async () => {
    const { server, url } = await openServer([
      {
        method: 'get',
        path: '/page',
        handle: async () => ({ kind: 'file', status: 200, type: 'text/html', body: 'x' }),
      },
      { method: 'get', path: '/gone', handle: async () => json(404, { error: {} }) },
      { method: 'get', path: '/stream', handle: async () => ({ kind: 'events', open: () => () => undefined }) },
      { method: 'post', path: '/post', handle: async () => json(200, {}) },
    ]);
    for (const [path, status, type] of [
      ['/page', 200, 'text/html'],
      ['/gone', 404, 'application/json; charset=utf-8'],
      ['/stream', 200, 'text/event-stream'],
    ] as const) {
      const answer = await fetch(url + path, { method: 'HEAD' });
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [status, type], path);
      assert.equal(await answer.text(), '');
    }
    assert.equal((await fetch(`${url}/post`, { method: 'HEAD' })).status, 405);
    await server.close();
  });

  it('finishes pending requests when it closes, and accepts no more', async () => {
    const [started, release] = [signal(), signal()];
    const handle = async () => {
      started.fire();
      await release.fired;
      return json(200, { done: true });
    };
    const { server, url } = await openServer([{ method: 'get', path: '/slow', handle }]);
    const answer = fetch(`${url}/slow`);
    await started.fired;
    const closed = server.close();
    await assert.rejects(fetch(`${url}/slow`));
    release.fire();
    assert.deepEqual(await (await answer).json(), { done: true });
    await closed;
  });

  it('reports not ready while it closes, and answers until it has stopped listening', async () => {
    const { server, url } = await openServer([
      { method: 'get', path: '/page', handle: async () => json(200, {}) },
      { method: 'get', path: '/readyz', handle: async () => json(200, {}) },
    ]);
    const grace = signal();
    const closed = server.close(grace.fired);
    const [ready, page] = [await fetch(`${url}/readyz`), await fetch(`${url}/page`)];
    assert.deepEqual([ready.status, page.status, page.headers.get('connection')], [503, 200, 'close']);
    grace.fire();
    await closed;
    await assert.rejects(fetch(`${url}/page`));
  });

  it('ends a connection with the answer to its last request, so that no further one can be lost on it', async () => {
    const [started, release] = [signal(), signal()];
    const handle = async () => {
      started.fire();
      await release.fired;
      return json(200, {});
    };
    const { server, url } = await openServer([{ method: 'get', path: '/slow', handle }]);
    const answer = fetch(`${url}/slow`);
    await started.fired;
    const closed = server.close();
    release.fire();
    assert.equal((await answer).headers.get('connection'), 'close');
    await closed;
  });

  it('ends a long file for whoever leaves in the middle of it, which is no fault, and reports one that breaks off', async () => {
    const left = signal();
    const faults: string[] = [];
    async function* endless() {
      try {
        for (;;) yield 'x'.repeat(100_000);
      } finally {
        left.fire();
      }
    }
    async function* broken() {
      yield 'x';
      throw new Error('broke off');
    }
    const route = (path: string, parts: () => AsyncIterable<string>): Route => ({
      method: 'get',
      path,
      handle: async () => ({ kind: 'stream', status: 200, type: 'text/plain', parts: parts(), headers: {} }),
    });
    const server = createWebServer({
      routes: [route('/endless', endless), route('/broken', broken)],
      hosts: null,
      onFault: (error) => faults.push(String(error)),
    });
    const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
    const reader = (await fetch(`${url}/endless`)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await left.fired;
    await assert.rejects(fetch(`${url}/broken`).then((answer) => answer.text()));
    await server.close();
    assert.deepEqual(faults, ['Error: broke off']);
  });

  it('ends its streams when it closes', async () => {
    const unsubscribed = signal();
    const { server, url } = await openServer([
      { method: 'get', path: '/stream', handle: async () => ({ kind: 'events', open: () => unsubscribed.fire }) },
    ]);
    const stream = await fetch(`${url}/stream`);
    await server.close();
    await unsubscribed.fired;
    assert.match(await stream.text(), /^retry/);
  });

  it('does not wait for idle connections when it closes', async () => {
    const { server, url } = await openServer([{ method: 'get', path: '/page', handle: async () => json(200, {}) }]);
    await (await fetch(`${url}/page`)).json();
    await server.close();
  });
});
