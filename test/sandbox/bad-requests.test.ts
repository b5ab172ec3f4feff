import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { assertRefused, assertUnchanged } from '../support/assertions/assert-refused.ts';
import { DILEMMA } from '../support/fixtures/sandbox-cases.ts';
import { rawRequest } from '../support/processes/raw-request.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

describe('the sandbox, given a bad request,', function () {
  this.timeout(120_000);
  const { inConversation } = useSharedSandbox();

  it('answers 413 above one mebibyte on every route, and accepts less', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const headers = { 'content-type': 'application/json' };
      const exactly = (bytes: number) => {
        const [head, tail] = [`{"person":"${asker}","text":"`, '"}'];
        return `${head}${'x'.repeat(bytes - head.length - tail.length)}${tail}`;
      };
      await assertUnchanged(sandbox, async () => {
        for (const path of ['/sandbox/people', '/sandbox/messages', '/sandbox/actions', '/sandbox/clock']) {
          for (const bytes of [1024 * 1024 + 1, 5_000_000]) {
            assertRefused(
              await rawRequest(url, { method: 'POST', path, headers, body: exactly(bytes) }),
              [413],
              `${path} ${bytes}`,
            );
          }
        }
      });
      const most = await rawRequest(url, {
        method: 'POST',
        path: '/sandbox/messages',
        headers,
        body: exactly(1024 * 1024),
      });
      assert.equal(most.status, 202);
    }));

  it('answers 400 to invalid JSON, however deep', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const post = (path: string, body: string | Uint8Array) =>
        rawRequest(url, { method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
      await assertUnchanged(sandbox, async () => {
        const broken = [
          '',
          '{',
          '}',
          'x',
          "{'person':1}",
          '{"person":',
          '[',
          '"',
          'NaN',
          'undefined',
          '\u0000',
          '[1,]',
          '{}{}',
        ];
        const deep = [
          '['.repeat(200_000),
          `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
          `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
        ];
        for (const body of [
          ...broken,
          ...deep,
          Buffer.from([0xff, 0xfe, 0x00]),
          Buffer.from([0x7b, 0xc3, 0x28, 0x7d]),
        ]) {
          for (const path of ['/sandbox/people', '/sandbox/messages', '/sandbox/actions', '/sandbox/clock']) {
            assertRefused(await post(path, body), [400], `${path} ${String(body).slice(0, 30)}`);
          }
        }
        const nested = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`;
        const inData = `{"person":"${asker}","message":"m","verb":"reply","data":${nested}}`;
        assertRefused(await post('/sandbox/actions', inData), [400, 404], 'deep data');
      });
    }));

  it('answers 403 to another Host and to a foreign Origin', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const { port } = new URL(url);
      const paths = [
        '/',
        '/healthz',
        '/readyz',
        '/sandbox/people',
        '/sandbox/stream',
        `/sandbox/messages?person=${asker}&after=0`,
        '/files/x.ics',
        '/nothing',
      ];
      const hosts = [
        'example.com',
        `example.com:${port}`,
        'localhost.example.com',
        '127.0.0.1.example.com',
        'localhost.',
        '0.0.0.0',
        '[::1]',
        '10.0.0.1',
        'localhost example.com',
        '%',
      ];
      const origins = [
        'http://example.com',
        'https://localhost.example.com',
        'null',
        'file://',
        'http://127.0.0.1.example.com:1',
        'x',
      ];
      await assertUnchanged(sandbox, async () => {
        for (const path of paths) {
          for (const host of hosts)
            assertRefused(await rawRequest(url, { path, headers: { host } }), [403], `${path} Host ${host}`);
          for (const origin of origins)
            assertRefused(await rawRequest(url, { path, headers: { origin } }), [403], `${path} Origin ${origin}`);
        }
        const body = JSON.stringify({ person: asker, text: DILEMMA });
        for (const headers of [{ origin: 'http://example.com' }, { host: 'example.com' }]) {
          assertRefused(
            await rawRequest(url, { method: 'POST', path: '/sandbox/messages', headers, body }),
            [403],
            body,
          );
        }
      });
      for (const host of ['localhost', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port}`, 'LOCALHOST']) {
        assert.equal(
          (await rawRequest(url, { path: '/healthz', headers: { host, origin: `http://localhost:${port}` } })).status,
          200,
          host,
        );
      }
    }));

  it('answers 404 to unknown routes and 404 or 405 to wrong methods, and reads no file outside its page', () =>
    inConversation(async (sandbox, _offered, url) => {
      await assertUnchanged(sandbox, async () => {
        for (const path of [
          ...[
            '/nothing',
            '/sandbox',
            '/sandbox/',
            '/sandbox/nothing',
            '/api/messages',
            '/slack/events',
            '/metrics',
            '/files/',
            '/favicon.ico',
          ],
          ...[
            '/sandbox/page/../../../package.json',
            '/sandbox/page/%2e%2e/%2e%2e/%2e%2e/package.json',
            '/sandbox/page/..%2f..%2fapi.ts',
          ],
          ...[
            '/sandbox/page/',
            '/sandbox/page/nothing.js',
            '/sandbox/page/page.js%00',
            '//sandbox/people',
            '/%',
            '/%ff',
            '/sandbox/jobs/',
          ],
        ]) {
          const answer = await rawRequest(url, { path });
          assert.ok([400, 404, 405].includes(answer.status), `${path} → ${answer.status}`);
          assert.ok(!answer.text.includes('"dependencies"') && !/ at .*\.(ts|js):\d/.test(answer.text), path);
        }
        for (const [path, methods] of [
          ['/sandbox/people', ['PUT', 'DELETE', 'PATCH']],
          ['/sandbox/messages', ['PUT', 'DELETE', 'PATCH']],
          ['/sandbox/actions', ['GET', 'PUT', 'DELETE']],
          ['/sandbox/clock', ['PUT', 'DELETE']],
          ['/sandbox/jobs/offers', ['GET', 'PUT', 'DELETE']],
          ['/healthz', ['POST', 'DELETE']],
          ['/', ['POST', 'PUT']],
        ] as const) {
          for (const method of methods) {
            const { status } = await rawRequest(url, { method, path, body: '{}' });
            assert.ok([404, 405].includes(status), `${method} ${path} → ${status}`);
          }
        }
        for (const method of ['HEAD', 'OPTIONS', 'TRACE']) {
          const { status } = await rawRequest(url, { method, path: '/sandbox/people' });
          assert.ok(status < 500, `${method} → ${status}`);
        }
      });
    }));

  it('survives a caller that hangs up mid-request or does not speak HTTP', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const { port } = new URL(url);
      const half = (bytes: string) =>
        new Promise<void>((over) => {
          const socket = connect(Number(port), '127.0.0.1', () =>
            socket.write(bytes, () => setTimeout(() => socket.destroy(), 50)),
          );
          socket.on('error', () => undefined);
          socket.on('close', () => over());
          socket.resume();
        });
      await assertUnchanged(sandbox, async () => {
        await half(
          'POST /sandbox/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"person":',
        );
        await half(
          'POST /sandbox/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"per\r\n',
        );
        await half('GET /sandbox/stream HTTP/1.1\r\nHost: localhost\r\n\r\n');
        await half('\u0016\u0003\u0001 hej');
        await half('GET / HTTP/9.9\r\n\r\n');
      });
      await sandbox.say(asker, 'mine sager');
      await sandbox.expect(200, 'GET', '/healthz');
    }));
});
