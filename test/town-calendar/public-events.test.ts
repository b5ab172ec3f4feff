import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseApart } from '../../adapters/town-calendar/parse-apart.ts';
import { publicEvents } from '../../adapters/town-calendar/public-events.ts';
import { textOfFeed } from '../../adapters/town-calendar/text-of-feed.ts';
import { UnreadableFeed } from '../../bot/nudges/town-event.ts';

const WINDOW = { from: '2026-10-01', until: '2027-04-30', timeZone: 'Europe/Copenhagen' };
const file = (name: string) => readFileSync(`test/data/calendars/${name}.ics`);
const shown = (text: string) =>
  publicEvents(text, WINDOW).map(({ at, day, lastDay, title }) =>
    [at?.toISOString().slice(0, 16) ?? (day === lastDay ? day : `${day}/${lastDay}`), title].join(' '),
  );
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:x', 'SUMMARY:X', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...parts: string[]) =>
  textOfFeed(Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n')));
const datesOf = (...lines: string[]) => shown(calendar(event(...lines))).map((line) => line.replace(/ X$/, ''));
const fault = (code: UnreadableFeed['fault']) => (error: unknown) =>
  error instanceof UnreadableFeed && error.fault === code;

/** A zone whose name is nobody else’s, as Outlook brings it along. */
const ZONE = file('outlook')
  .toString()
  .match(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE/)?.[0]
  .replaceAll('Romance Standard Time', 'Vores egen tid');

describe('the public events of a calendar', () => {
  it('from Outlook: in its own time zone, with dates moved, taken out and called off, and nothing private', () => {
    const meeting = 'Åbent møde i Grønt Råd';
    assert.deepEqual(shown(textOfFeed(file('outlook'))), [
      `2026-10-06T14:00 ${meeting}`,
      `2026-10-13T14:00 ${meeting}`,
      `2026-10-20T14:00 ${meeting}`,
      `2026-10-27T15:00 ${meeting}`,
      `2026-11-03T15:00 ${meeting}`,
      `2026-11-10T15:00 ${meeting}`,
      `2026-11-17T15:00 ${meeting}`,
      `2026-11-24T15:00 ${meeting}`,
      `2026-12-10T15:00 ${meeting}`,
      `2026-12-22T15:00 ${meeting}`,
    ]);
  });

  it('from Google: in UTC and in a zone that it only names, days on end, and a moved last date', () => {
    assert.deepEqual(shown(textOfFeed(file('google'))), [
      '2026-10-01T17:30 Fællessang på biblioteket',
      '2026-12-06T18:30 Fællessang på biblioteket (flyttet)',
      '2026-12-09T17:00 Læsekreds: bøger om byen',
      '2026-12-12/2026-12-13 Julemarked på torvet',
    ]);
  });

  it('from a municipality’s website: without a zone, with mark-up, and with entries that cannot be read', () => {
    assert.deepEqual(shown(textOfFeed(file('kommune-cms'))), [
      '2026-12-08T18:00 Borgermøde om den nye cykelsti',
      '2026-12-11T13:00 Kom og så! <b>Café</b> for pårørende, ring 20 12 34 56 - https://www.skovkoebing.example/cafe?id=1',
    ]);
  });

  it('keep their hour when the clocks change, both ways, and never fall into the hour that is left out', () => {
    const weekly = ['RRULE:FREQ=WEEKLY;COUNT=2'];
    assert.deepEqual(datesOf('DTSTART;TZID=Europe/Copenhagen:20261020T190000', ...weekly), [
      '2026-10-20T17:00',
      '2026-10-27T18:00',
    ]);
    assert.deepEqual(datesOf('DTSTART:20270323T190000', ...weekly), ['2027-03-23T18:00', '2027-03-30T17:00']);
    const own = calendar(ZONE ?? '', event('DTSTART;TZID=Vores egen tid:20270323T190000', ...weekly));
    assert.deepEqual(shown(own), ['2027-03-23T18:00 X', '2027-03-30T17:00 X']);
    assert.deepEqual(datesOf('DTSTART;TZID=Europe/Copenhagen:20270328T023000'), ['2027-03-28T01:30']);
    assert.deepEqual(datesOf('DTSTART:20261020T170000Z', ...weekly), ['2026-10-20T17:00', '2026-10-27T17:00']);
  });

  const series = ['DTSTART;TZID=Europe/Copenhagen:20261020T190000', 'RRULE:FREQ=DAILY;COUNT=3'];
  const left = ['2026-10-20T17:00', '2026-10-22T17:00'];
  const takenOut: Record<string, string> = {
    'in the zone of the series': 'EXDATE;TZID=Europe/Copenhagen:20261021T190000',
    'in UTC': 'EXDATE:20261021T170000Z',
    'by its day': 'EXDATE;VALUE=DATE:20261021',
    'in a list': 'EXDATE;TZID=Europe/Copenhagen:20261021T190000,20261101T190000',
  };
  for (const [how, line] of Object.entries(takenOut))
    it(`leave out a date that is taken out ${how}`, () => assert.deepEqual(datesOf(...series, line), left));

  it('end where the rule ends, to the minute, in UTC, on the wall clock and by the day', () => {
    const start = 'DTSTART;TZID=Europe/Copenhagen:20261020T190000';
    for (const [until, count] of [
      ['20261022T170000Z', 3],
      ['20261022T165959Z', 2],
      ['20261022T190000', 3],
      ['20261022', 3],
    ] as const)
      assert.equal(datesOf(start, `RRULE:FREQ=DAILY;UNTIL=${until}`).length, count, until);
  });

  it('of a series that began years ago come as its rule says, however far it is', () => {
    const every = 'DTSTART;TZID=Europe/Copenhagen:20150106T190000';
    assert.equal(datesOf(every, 'RRULE:FREQ=WEEKLY;INTERVAL=2')[0], '2026-10-13T17:00');
    assert.equal(datesOf(every, 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH')[0], '2026-10-01T17:00');
    assert.equal(datesOf(every, 'RRULE:FREQ=MONTHLY;BYDAY=-1TU')[0], '2026-10-27T18:00');
    assert.deepEqual(datesOf(every, 'RRULE:FREQ=WEEKLY;COUNT=10'), []);
  });

  it('are the newest version of each, and a date of no series counts by itself', () => {
    const older = event('SEQUENCE:1', 'DTSTART:20261020T190000');
    const newer = event('SEQUENCE:2', 'DTSTART:20261021T190000');
    assert.deepEqual(shown(calendar(newer, older)), ['2026-10-21T17:00 X']);
    assert.deepEqual(datesOf('RECURRENCE-ID:20261020T170000Z', 'DTSTART:20261023T190000'), ['2026-10-23T17:00']);
  });

  it('are never private, by whatever name, nor part of a private series', () => {
    for (const line of ['CLASS:PRIVATE', 'CLASS:confidential', 'CLASS:X-INTERN', 'STATUS:CANCELLED'])
      assert.deepEqual(datesOf('DTSTART:20261020T190000', line), [], line);
    const date = event('RECURRENCE-ID;TZID=Europe/Copenhagen:20261021T190000', 'DTSTART:20261023T190000');
    assert.deepEqual(shown(calendar(event(...series, 'CLASS:PRIVATE'), date)), []);
  });

  it('are read past whatever is broken or would never end', () => {
    const good = event('DTSTART:20261020T190000').replace('UID:x', 'UID:good');
    const bad = [
      'RRULE:FREQ=SECONDLY',
      'RRULE:FREQ=MINUTELY;INTERVAL=5',
      'RRULE:FREQ=HOURLY;COUNT=1000000000',
      'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6',
      'RRULE:FREQ=DAILY;BYMONTH=13',
      'RRULE:FREQ=WEEKLY;BYDAY=XX',
      'RRULE:FREQ=SOMETIMES',
      'RDATE;VALUE=PERIOD:nonsense',
      'a line without a colon',
    ].map((rule) => event('DTSTART:20260101T100000', rule));
    const old = event('DTSTART:00010101T100000', 'RRULE:FREQ=DAILY');
    for (const entry of [...bad, old, event('DTSTART:99999999'), event()])
      assert.deepEqual(
        shown(calendar(entry, good)).filter((line) => line.startsWith('2026-10-20')),
        ['2026-10-20T17:00 X'],
        entry,
      );
  });

  it('are not read from what is no calendar, from half of one, or from one without an entry that can be read', () => {
    for (const text of [
      '',
      '<!doctype html><html>BEGIN:VCALENDAR',
      '{}',
      'BEGIN:VCARD\r\nEND:VCARD\r\n',
      '\u001f\u008b',
    ])
      assert.throws(() => textOfFeed(Buffer.from(text)), fault('not-calendar'), text);
    const whole = file('google').toString();
    assert.throws(() => textOfFeed(Buffer.from(whole.slice(0, whole.length / 2))), fault('broken'));
    assert.throws(() => publicEvents(calendar('nonsense'), WINDOW), fault('broken'));
    assert.throws(() => publicEvents(calendar(event('DTSTART:99999999')), WINDOW), fault('broken'));
    assert.deepEqual(publicEvents(calendar(), WINDOW), []);
  });

  it('are understood in what Windows wrote before UTF-8', () => {
    const text = file('google').toString();
    assert.equal(textOfFeed(Buffer.from(text.replace(/[^ -ÿ\r\n]/g, '?'), 'latin1')), text);
    assert.equal(textOfFeed(Buffer.from(`\ufeff\n${text}`)), text);
  });

  it('are at most so many, of at most so many entries', () => {
    assert.equal(datesOf('DTSTART:20260101T100000', 'RRULE:FREQ=DAILY;BYHOUR=8,9,10,11').length, 400);
    const entries = Array.from({ length: 10_001 }, () => 'BEGIN:VEVENT\r\nEND:VEVENT');
    assert.throws(() => publicEvents(calendar(...entries), WINDOW), fault('many'));
  });

  it('come from a process of their own, which is ended when it takes too long', async () => {
    const order = { text: textOfFeed(file('google')), window: WINDOW };
    assert.deepEqual(await parseApart(order), publicEvents(order.text, WINDOW));
    await assert.rejects(parseApart({ ...order, text: 'BEGIN:VCALENDAR\nnonsense' }), fault('broken'));
    await assert.rejects(parseApart(order, 1), fault('slow'));
  });
});
