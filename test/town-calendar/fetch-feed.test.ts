import assert from 'node:assert/strict';
import type { OutgoingHttpHeaders, RequestListener } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fetchFeed, type Resolve } from '../../adapters/town-calendar/fetch-feed.ts';
import { isPublicAddress } from '../../adapters/town-calendar/public-address.ts';
import { readFeedFile } from '../../adapters/town-calendar/read-feed-file.ts';
import { type FeedFault, UnreadableFeed } from '../../bot/nudges/town-event.ts';
import { type CalendarServer, calendarServer } from '../support/fakes/calendar-server.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const MB = 1024 * 1024;
const fault = (code: FeedFault) => (error: unknown) => {
  assert.ok(error instanceof UnreadableFeed, String(error));
  assert.equal(error.fault, code, error.message);
  return true;
};
/** Answers in two statements: restify, in the same process, changes what `writeHead` gives back. */
const answer =
  (status: number, headers: OutgoingHttpHeaders = {}, body: string | Buffer = ''): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
const redirect = (location: string): RequestListener => answer(302, { location });

describe('fetching a calendar', () => {
  let server: CalendarServer;
  before(async () => {
    server = await calendarServer();
  });
  after(() => server.close());

  it('takes what the server gives, packed or not, and follows three redirects', async () => {
    server.give('BEGIN:VCALENDAR');
    assert.equal(String(await fetchFeed(server.url)), 'BEGIN:VCALENDAR');
    server.replyWith(answer(200, { 'content-encoding': 'gzip' }, gzipSync('packed')));
    assert.equal(String(await fetchFeed(server.url)), 'packed');
    server.replyWith((request, response) => {
      const n = Number(new URL(request.url ?? '', server.url).searchParams.get('n') ?? 0);
      if (n < 3) redirect(`/kalender.ics?n=${n + 1}`)(request, response);
      else response.end('after three');
    });
    assert.equal(String(await fetchFeed(server.url)), 'after three');
  });

  const replies: Record<string, [FeedFault, RequestListener]> = {
    'a redirect to a private address': ['private', redirect('https://10.0.0.1/kalender.ics')],
    'a redirect to the metadata of a cloud': ['private', redirect('https://169.254.169.254/latest/meta-data')],
    'a redirect to a private address in other words': ['private', redirect('https://[::ffff:192.168.1.1]/')],
    'a redirect to a number that is an address': ['private', redirect('https://3232235777/')],
    'a redirect to http': ['insecure', redirect('http://93.184.216.34/kalender.ics')],
    'a redirect to a file': ['insecure', redirect('file:///etc/passwd')],
    'a redirect to another protocol': ['insecure', redirect('ftp://93.184.216.34/')],
    'a redirect to nowhere': ['redirects', redirect('https://')],
    'redirects without end': ['redirects', redirect('/kalender.ics')],
    nothing: ['missing', answer(404)],
    'a question for a password': ['denied', answer(401)],
    'a fault': ['unreachable', answer(500)],
    'nothing but a closed line': ['unreachable', (_request, response) => void response.destroy()],
    'ten megabytes': ['large', (_request, response) => void response.end(Buffer.alloc(10 * MB, 'x'))],
    'a small body that unpacks to a large one': [
      'large',
      answer(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(6 * MB, 'x'))),
    ],
    'what is not packed as it says': ['unreachable', answer(200, { 'content-encoding': 'gzip' }, 'BEGIN:VCALENDAR')],
    'what is packed in an unknown way': ['broken', answer(200, { 'content-encoding': 'br' }, 'x')],
    'half a body': [
      'unreachable',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 1_000 });
        response.write('BEGIN:VCALENDAR', () => response.destroy());
      },
    ],
  };
  for (const [what, [code, reply]] of Object.entries(replies))
    it(`takes nothing from a server that gives ${what}`, async () => {
      server.replyWith(reply);
      await assert.rejects(fetchFeed(server.url), fault(code));
    });

  it('waits neither for an answer nor for a body without end', async () => {
    server.replyWith(() => undefined);
    await assert.rejects(fetchFeed(server.url, { within: 20 }), fault('slow'));
    server.replyWith((_request, response) => {
      response.writeHead(200);
      response.write('BEGIN:VCALENDAR');
    });
    await assert.rejects(fetchFeed(server.url, { within: 100 }), fault('slow'));
  });

  it('connects to no address that a name leads to, unless all of them are on the open internet', async () => {
    const url = new URL('https://kalender.example/kalender.ics');
    const leadsTo =
      (...addresses: string[]): Resolve =>
      (_host, callback) =>
        callback(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
    for (const addresses of [['127.0.0.1'], ['10.1.2.3'], ['::1'], ['fd00::1'], ['93.184.216.34', '192.168.0.7']])
      await assert.rejects(fetchFeed(url, { resolve: leadsTo(...addresses) }), fault('private'), addresses.join());
    await assert.rejects(
      fetchFeed(new URL('https://127.0.0.1.nip.example/'), { resolve: leadsTo() }),
      fault('unreachable'),
    );
  });

  it('knows the addresses of the open internet from all others', () => {
    for (const address of ['93.184.216.34', '8.8.8.8', '172.32.0.1', '2a00:1450:400f:80c::200e', '2606:2800:220:1::1'])
      assert.ok(isPublicAddress(address), address);
    for (const address of [
      '0.0.0.0',
      '10.0.0.1',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '64:ff9b::a00:1',
      '2001::1',
      '2001:db8::1',
      '2002:a00:1::',
      'fc00::1',
      'fe80::1',
      'ff02::1',
      'kommune.dk',
      '',
    ])
      assert.ok(!isPublicAddress(address), address);
  });

  it('reads a file, and nothing that is none, or too large', () =>
    inTempFolder(async (folder) => {
      assert.match(String(await readFeedFile('test/data/calendars/google.ics')), /^BEGIN:VCALENDAR/);
      await assert.rejects(readFeedFile(join(folder, 'none.ics')), fault('missing'));
      await assert.rejects(readFeedFile(folder), fault('not-calendar'));
      await assert.rejects(readFeedFile('/dev/zero'), fault('not-calendar'));
    }));
});
