import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { countAnsweredRequests } from '../../adapters/web/answered-requests.ts';
import { clientAddress } from '../../adapters/web/client-address.ts';
import { isOwnOrigin } from '../../adapters/web/own-origin.ts';
import { json, type Route } from '../../adapters/web/route.ts';
import { createWebServer } from '../../adapters/web/server.ts';
import { DeliveryError, isOfPlatform } from '../../outbox/delivery-error.ts';

type Options = Partial<Parameters<typeof createWebServer>[0]>;

const opened = async (routes: readonly Route[], test: (url: string) => Promise<void>, options: Options = {}) => {
  const server = createWebServer({ routes, hosts: null, onFault: () => undefined, ...options });
  const port = await server.listen(0, '127.0.0.1');
  try {
    await test(`http://127.0.0.1:${port}`);
  } finally {
    await server.close();
  }
};

const page: Route = { method: 'get', path: '/page', handle: async () => json(200, {}) };

/** What comes on a connection after these bytes, once the server has ended it. */
const saying = async (url: string, bytes: string): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    heard += part;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return heard;
};

describe('connections', () => {
  it('that ask for another protocol get the answer in this one, and are closed', () =>
    opened([page], async (url) => {
      for (const protocol of ['websocket', 'h2c', 'x'])
        assert.match(
          await saying(url, `GET /page HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`),
          /^HTTP\/1\.1 200 OK\r\n[\s\S]*connection: close/i,
        );
    }));

  it('on which nothing comes are closed, and one that waits for its answer is not', () => {
    let answerNow = (): void => undefined;
    const slow = new Promise<void>((resolve) => (answerNow = resolve));
    const waiting: Route = { ...page, path: '/slow', handle: async () => json(200, { done: await slow }) };
    return opened(
      [waiting],
      async (url) => {
        const answer = fetch(`${url}/slow`);
        assert.equal(await saying(url, ''), '');
        assert.equal(await saying(url, 'GET /slow HT'), '');
        answerNow();
        assert.equal((await answer).status, 200);
      },
      { idleMs: 20 },
    );
  });
});

describe('the limit of an address', () => {
  const asked = async (url: string, times: number, headers: Record<string, string> = {}): Promise<number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i++) {
      const answer = await fetch(url, { headers });
      await answer.arrayBuffer();
      statuses.push(answer.status);
    }
    return statuses;
  };

  it('is 300 a minute for each route; what must always answer has none', () => {
    const always: Route = { ...page, path: '/always', unlimited: true };
    return opened([page, { ...page, path: '/other' }, always], async (url) => {
      assert.deepEqual(new Set(await asked(`${url}/page`, 300)), new Set([200]));
      const answer = await fetch(`${url}/page`);
      assert.deepEqual(
        [answer.status, Number(answer.headers.get('retry-after')) > 0, await answer.json()],
        [
          429,
          true,
          { error: { code: 'too-many-requests', message: 'too many requests from this address; wait a minute' } },
        ],
      );
      assert.deepEqual(await asked(`${url}/other`, 1), [200]);
      assert.deepEqual(await asked(`${url}/page`, 1, { 'x-forwarded-for': '192.0.2.7' }), [200]);
      assert.deepEqual(new Set(await asked(`${url}/always`, 310)), new Set([200]));
    });
  });

  for (const [remote, forwarded, counted] of [
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, '192.0.2.1'],
    // Somebody outside who names another address.
    ['192.0.2.1', '198.51.100.9', '192.0.2.1'],
    // A proxy of ours: only what it added itself counts, whatever came before.
    ['10.0.0.2', '192.0.2.1', '192.0.2.1'],
    ['127.0.0.1', '198.51.100.9, 192.0.2.1', '192.0.2.1'],
    ['::1', '198.51.100.9, 192.0.2.1, 172.16.0.3', '192.0.2.1'],
    // Azure's adds a port.
    ['169.254.129.1', '192.0.2.1:50123', '192.0.2.1'],
    ['10.0.0.2', '[2001:db8:1:2:3::4]:443', '2001:db8:1:2::/64'],
    ['2001:db8:0001::9', undefined, '2001:db8:1:0::/64'],
    ['10.0.0.2', 'nonsense', '10.0.0.2'],
    ['10.0.0.2', '', '10.0.0.2'],
    ['', '192.0.2.1', ''],
  ] as const)
    it(`counts ${counted || 'nobody'} for ${remote || 'a closed connection'} with ${forwarded ?? 'no header'}`, () => {
      assert.equal(clientAddress(remote, forwarded), counted);
    });
});

describe('a form', () => {
  for (const [origin, host, isOurs] of [
    [undefined, 'sammen.test', true],
    ['https://sammen.test', 'sammen.test', true],
    ['https://sammen.test', 'internal:3978', true],
    ['http://internal:3978', 'internal:3978', true],
    ['https://sammen.test', undefined, true],
    ['http://sammen.test', 'internal:3978', false],
    ['https://sammen.test.evil.example', 'sammen.test', false],
    ['https://sammen.test:8443', 'sammen.test', false],
    ['null', 'sammen.test', false],
    ['', 'sammen.test', false],
    ['file://', 'sammen.test', false],
  ] as const)
    it(`is ${isOurs ? '' : 'not '}taken from ${JSON.stringify(origin)} at ${host}`, () => {
      const headers = { ...(origin === undefined ? {} : { origin }), ...(host === undefined ? {} : { host }) };
      assert.equal(isOwnOrigin(headers, 'https://sammen.test/under'), isOurs);
    });

  it('from another page is refused with 403', () => {
    const form: Route = {
      method: 'post',
      path: '/form',
      handle: async (request) => json(200, [...(await request.form()).keys()]),
    };
    return opened([form], async (url) => {
      const post = async (headers: Record<string, string>) =>
        (await fetch(`${url}/form`, { method: 'POST', headers, body: new URLSearchParams({ a: '1' }) })).status;
      assert.deepEqual(
        [await post({}), await post({ origin: url }), await post({ origin: 'https://x.dk' })],
        [200, 200, 403],
      );
    });
  });
});

describe('the headers of every answer', () => {
  const HTTPS = { publicUrl: () => 'https://sammen.test' };

  it('allow no style, script or frame that is not ours, no device, and over TLS nothing without TLS', () =>
    opened(
      [page],
      async (url) => {
        for (const path of ['/page', '/nothing']) {
          const { headers } = await fetch(url + path);
          const policy = headers.get('content-security-policy') ?? '';
          assert.doesNotMatch(policy, /unsafe|\*/);
          assert.match(policy, /default-src 'self'.*frame-ancestors 'none'/);
          assert.equal(headers.get('x-frame-options'), 'DENY');
          assert.match(headers.get('permissions-policy') ?? '', /camera=\(\).*microphone=\(\)/);
          assert.equal(headers.get('strict-transport-security'), 'max-age=31536000');
          assert.equal(headers.get('x-content-type-options'), 'nosniff');
        }
      },
      HTTPS,
    ));

  it('ask for TLS only where people come over TLS', () =>
    opened([page], async (url) => {
      assert.equal((await fetch(`${url}/page`)).headers.get('strict-transport-security'), null);
    }));

  it('let any page show what may be shown in a frame', () =>
    opened([{ ...page, framed: true }], async (url) => {
      assert.equal((await fetch(`${url}/page`)).headers.get('x-frame-options'), null);
    }));
});

describe('the count of answers', () => {
  it('takes a fault of ours for 500, though it is answered with 503, and a store or platform that is away for 503', async () => {
    const counts: Record<number, number> = {};
    const answered = countAnsweredRequests((status) => {
      counts[status] = (counts[status] ?? 0) + 1;
    });
    const failing = (path: string, error: Error): Route => ({
      ...page,
      path,
      handle: async () => {
        throw error;
      },
    });
    await opened(
      [
        page,
        failing('/ours', new TypeError('x')),
        failing('/broken', new DeliveryError('broken', 'x')),
        failing('/away', new StoreUnavailable('x')),
        failing('/throttled', new DeliveryError('retry', 'Teams answered 429')),
      ],
      async (url) => {
        const statuses = [];
        for (const path of ['/page', '/page', '/ours', '/broken', '/away', '/throttled', '/none'])
          statuses.push((await fetch(url + path)).status);
        assert.deepEqual(statuses, [200, 200, 503, 503, 503, 503, 404]);
      },
      { answered, isOurs: (error) => !isOfPlatform(error) },
    );
    assert.deepEqual(counts, { '200': 2, '404': 1, '500': 2, '503': 2 });
  });
});
