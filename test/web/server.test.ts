import assert from 'node:assert/strict';
import { connect } from 'node:net';
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

  it('reports not ready while it closes, on connections that are still open', async () => {
    const [started, release] = [signal(), signal()];
    const handle = async () => {
      started.fire();
      await release.fired;
      return json(200, {});
    };
    const { server, url } = await openServer([
      { method: 'get', path: '/slow', handle },
      { method: 'get', path: '/readyz', handle: async () => json(200, {}) },
    ]);
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    let received = '';
    socket.on('data', (part) => (received += part));
    const socketClosed = new Promise((resolve) => socket.on('close', resolve));
    socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await started.fired;
    const closed = server.close();
    socket.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    release.fire();
    await Promise.all([closed, socketClosed]);
    assert.deepEqual(
      [...received.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, status]) => status),
      ['200', '503'],
    );
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
