import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { createTownFeed } from '../../adapters/town-calendar/create-town-feed.ts';
import { readTownCalendar } from '../../bot/nudges/read-town-calendar.ts';
import { DAY } from '../../bot/time/units.ts';
import { type CalendarServer, calendarServer } from '../support/fakes/calendar-server.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { seeded } from '../support/fixtures/seeded.ts';
import { aString } from './support/grammar.ts';

const GOOD = readFileSync('test/data/calendars/outlook.ics');
const BEGIN = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\n';
const END = 'END:VCALENDAR\r\n';
const MB = 1024 * 1024;

const anEvent = (n: number, more = '') =>
  `BEGIN:VEVENT\r\nUID:u${n}\r\nSUMMARY:Møde ${n}\r\nDTSTART:20261210T150000Z\r\nDTEND:20261210T160000Z\r\n${more}END:VEVENT\r\n`;
const calendarOf = (...entries: string[]): string => BEGIN + entries.join('') + END;
const give =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar', ...headers });
    response.end(body);
  };
const leadTo =
  (location: string): RequestListener =>
  (_request, response) => {
    response.writeHead(302, { location });
    response.end();
  };
/** A byte now and then, so that no single wait is long. */
const drip: RequestListener = (_request, response) => {
  response.writeHead(200);
  const drops = setInterval(() => response.write('B'), 200);
  response.on('close', () => clearInterval(drops));
};

/** Nothing of these may be taken. */
const REFUSED: Readonly<Record<string, RequestListener>> = {
  'a page instead of a calendar': give('<!doctype html><title>Det sker</title><script>alert(1)</script>'),
  'a page that holds a calendar': give(`<html><pre>${calendarOf(anEvent(1))}</pre></html>`),
  'ten megabytes of events': give(calendarOf(...Array.from({ length: 80_000 }, (_, n) => anEvent(n)))),
  'one line of ten megabytes': give(BEGIN + 'X'.repeat(10 * MB)),
  'half a calendar': give(BEGIN + anEvent(1)),
  'another charset': give(Buffer.from(calendarOf(anEvent(1)), 'utf16le')),
  'a bomb that unpacks to a hundred megabytes': give(gzipSync(Buffer.alloc(100 * MB)), { 'content-encoding': 'gzip' }),
  'what is packed twice': give(gzipSync(gzipSync(calendarOf(anEvent(1)))), { 'content-encoding': 'gzip' }),
  'a redirect to the metadata of a cloud': leadTo('https://169.254.169.254/latest/meta-data'),
  'a redirect to a private address': leadTo('https://192.168.0.1/kalender.ics'),
  'a redirect to a file': leadTo('file:///etc/passwd'),
  'a redirect to itself': leadTo('/kalender.ics'),
  'a slow drip': drip,
  'entries in entries, very deep': give(BEGIN + 'BEGIN:VEVENT\r\n'.repeat(100_000)),
};

/** What these bring is bounded, and words are no more than words. */
const BOUNDED: Readonly<Record<string, string>> = {
  'a date every second for ever': calendarOf(anEvent(1, 'RRULE:FREQ=SECONDLY\r\n')),
  'a rule of every second of every day': calendarOf(
    ...Array.from({ length: 200 }, (_, n) =>
      anEvent(n, `RRULE:FREQ=YEARLY;BYSECOND=${Array.from({ length: 60 }, (_, s) => s).join()};BYMINUTE=0,1,2,3\r\n`),
    ),
  ),
  'a rule that never fits': calendarOf(anEvent(1, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n'), anEvent(2)),
  'a series that begins in the year one': calendarOf(
    anEvent(2),
    'BEGIN:VEVENT\r\nUID:old\r\nSUMMARY:Gammel\r\nDTSTART:00010101T000000Z\r\nRRULE:FREQ=MINUTELY\r\nEND:VEVENT\r\n',
  ),
  'links, mark-up and orders in the title': calendarOf(
    anEvent(1).replace(
      'Møde 1',
      '<a href="https://ond.example">Klik</a> <!channel> [x](https://ond.example) 010190-1234',
    ),
  ),
  'names of an object': calendarOf(anEvent(1, '__proto__:x\r\nCONSTRUCTOR;__proto__=y:z\r\n')),
};

describe('a hostile calendar of the town', function () {
  this.timeout(5 * 60_000);
  let setup: TestBot;
  let server: CalendarServer;
  before(async () => {
    [setup, server] = [
      await openTestBot([anAgent('rita', { roles: ['admin', 'agent'] }), aPerson('per')]),
      await calendarServer(),
    ];
    setup.deps.townFeed = createTownFeed(server.url, 'Europe/Copenhagen', { warn: () => undefined });
  });
  after(async () => {
    await server.close();
    await setup.close();
  });

  /** A day later the calendar is read again. */
  const readNextDay = async (reply: RequestListener) => {
    setup.now = new Date(setup.now.getTime() + DAY);
    server.replyWith(reply);
    const read = await readTownCalendar(setup.deps);
    await setup.sender.flush();
    return read;
  };
  const kept = () => setup.store.townCalendar.events(setup.deps.townFeed?.source ?? '');
  const told = async () =>
    (await setup.database.collection<{ _id: string; say: { reply?: { kind: string } } }>('deliveries', []))
      .find({})
      .then((all) => all.filter(({ say }) => say.reply?.kind === 'town-calendar').length);

  it('changes nothing that was read before, and the admins hear of it once', async () => {
    for (const [what, reply] of Object.entries(REFUSED)) {
      await readNextDay(give(GOOD));
      const [before, hadTold] = [await kept(), await told()];
      assert.ok(before.length > 0);
      assert.deepEqual(await readNextDay(reply), { events: 0, told: 1 }, what);
      assert.deepEqual(await kept(), before, what);
      assert.equal(await told(), hadTold + 1, what);
    }
  });

  it('is read within bounds where it can be read, and what it says is only words', async () => {
    for (const [what, text] of Object.entries(BOUNDED)) {
      await readNextDay(give(GOOD));
      const before = await kept();
      const read = await readNextDay(give(text));
      const after = await kept();
      if (read?.events === 0) assert.deepEqual(after, before, what);
      assert.ok(after.length <= 2_000, `${after.length} of ${what}`);
      for (const { title, place } of after)
        assert.doesNotMatch(`${title} ${place}`, /https?:|[<>]|010190-1234|ond\.example/u, what);
    }
  });

  it('of any bytes throws nothing', async () => {
    const seed = seeded(6);
    for (let i = 0; i < (process.env.LONG === 'short' ? 5 : 60); i++) {
      const cut = seed.below(GOOD.length);
      const hostile = Buffer.concat([
        GOOD.subarray(0, cut),
        Buffer.from(aString(seed)),
        GOOD.subarray(cut + seed.below(50)),
      ]);
      const read = await readNextDay(give(hostile));
      assert.ok(read !== null);
    }
  });
});
