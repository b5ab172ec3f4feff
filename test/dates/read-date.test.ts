import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDate } from '../../bot/dates/read-date.ts';
import { readMoment, readTime } from '../../bot/dates/read-time.ts';
import type { Reading } from '../../bot/dates/reading.ts';

const ZONE = 'Europe/Copenhagen';
/** A Tuesday. */
const NOW = new Date('2026-12-08T09:00:00Z');
const DA: Reading = { now: NOW, language: 'da', zone: ZONE };
const EN: Reading = { ...DA, language: 'en' };

const TENTH = [
  '2026-12-10',
  '2026/12/10',
  '2026.12.10',
  '20261210',
  '2026-12-10T00:00:00Z',
  '2026-12-10T00:00:00+01:00',
  '2026-12-10T00:00:00.000-08:00',
  '2026-12-09T23:00:00.000Z',
  '2026-12-10T13:30',
  '2026-12-10 00:00:00',
  '10.12.2026',
  '10. 12. 2026',
  '10.12.26',
  '10.12.',
  '10.12.2026 00:00:00',
  '10/12-2026',
  '10. december 2026',
  '10. december',
  '10 december',
  '10.december',
  '10. dec. 2026',
  '10. dec',
  '10-dec-2026',
  'd. 10. december',
  'den 10. december 2026',
  'torsdag d. 10. december',
  'Torsdag den 10. december 2026',
  'på torsdag den 10. december',
  'tors. d. 10. dec.',
  'December 10',
  'Dec 10, 2026',
  'December 10th, 2026',
  '10th of December',
  '10 Dec 2026',
  'Thursday, December 10, 2026',
  'Thu Dec 10 2026 00:00:00 GMT+0100 (Central European Standard Time)',
  '\u200e10\u200e.\u200e12\u200e.\u200e2026',
  '  10.  december   2026 ',
  '10\u201112\u20112026'.replaceAll('\u2011', '.'),
];

/** Where the day comes first in Danish, and in English nobody can tell. */
const TENTH_IN_DANISH = ['10/12/2026', '10-12-2026', '10/12', '10-12', '10/12/26', '10/12/2026 00:00:00', '10‑12‑2026'];

const NO_DATE = [
  '',
  'soon',
  'snart',
  '2026-13-01',
  '2026-02-30',
  '31/2/2026',
  '30. februar',
  '32. december',
  '10',
  '2026',
  'december 2026',
  'torsdag',
  '10. decembar',
  '10..12',
  '1/2/3/4',
  '0001-01-01',
  '9999-12-31',
  '10. december 2026 eller 11.',
  '٢٠٢٦-١٢-١٠',
  'x'.repeat(200),
];

describe('a date', () => {
  it('is read in every form that clients send and people write', () => {
    for (const text of TENTH) {
      for (const by of [DA, EN]) assert.equal(readDate(text, by), '2026-12-10', `${by.language}: ${text}`);
    }
    for (const text of ['12/25/2026', '25/12/2026', '12-25-2026', '25/12', '12/25']) {
      for (const by of [DA, EN]) assert.equal(readDate(text, by), '2026-12-25', `${by.language}: ${text}`);
    }
  });

  it('with day and month in numbers is read in Danish, and asked about in English', () => {
    for (const text of TENTH_IN_DANISH) {
      assert.equal(readDate(text, DA), '2026-12-10', text);
      assert.equal(readDate(text, EN), 'unclear', text);
    }
    assert.equal(readDate('12/12/2026', EN), '2026-12-12');
    for (const text of ['12/10/2026', '12-9-2025'])
      assert.equal(readDate(text, DA), text.includes('9') ? '2025-09-12' : 'unclear', text);
  });

  it('without a year is the next such day', () => {
    for (const [text, date] of [
      ['8. december', '2026-12-08'],
      ['7. december', '2027-12-07'],
      ['1/2', '2027-02-01'],
      ['29. februar', '2028-02-29'],
      ['i dag', '2026-12-08'],
      ['i morgen', '2026-12-09'],
      ['tomorrow', '2026-12-09'],
    ] as const)
      assert.equal(readDate(text, DA), date, text);
  });

  it('that cannot be read, or contradicts itself, is never another date', () => {
    for (const text of NO_DATE) assert.equal(readDate(text, DA), 'unreadable', text);
    for (const text of ['fredag d. 10. december', 'Friday, December 10, 2026'])
      assert.equal(readDate(text, DA), 'unclear', text);
  });

  it('is today in the organisation’s zone, also near midnight', () => {
    const late: Reading = { ...DA, now: new Date('2026-12-08T23:30:00Z') };
    assert.equal(readDate('i dag', late), '2026-12-09');
    assert.equal(readDate('8. december', late), '2027-12-08');
  });

  it('reads back whatever computers write of it, in each locale and style', () => {
    const day = fc.date({
      min: new Date('2026-12-08T12:00:00Z'),
      max: new Date('2099-12-31T12:00:00Z'),
      noInvalidDate: true,
    });
    const style = fc.constantFrom('full', 'long', 'medium', 'short');
    fc.assert(
      fc.property(day, fc.constantFrom('da-DK', 'en-GB', 'en-US'), style, (date, locale, dateStyle) => {
        const right = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(date);
        const text = new Intl.DateTimeFormat(locale, { timeZone: ZONE, dateStyle }).format(date);
        const read = readDate(text, locale === 'da-DK' ? DA : EN);
        assert.ok(read === right || (dateStyle === 'short' && read === 'unclear'), `${locale} ${text}: ${read}`);
      }),
    );
  });

  it('is never read from noise as something that is no date', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        for (const by of [DA, EN]) assert.match(readDate(text, by), /^\d{4}-\d\d-\d\d$|^unreadable$|^unclear$/);
        assert.match(readTime(text, DA), /^([01]\d|2[0-3]):[0-5]\d$|^unreadable$/);
        assert.ok(readMoment(text, DA) !== undefined);
      }),
    );
  });
});

describe('a time of day', () => {
  it('is read in every form that clients send and people write', () => {
    for (const text of [
      '13:30',
      '13:30:00',
      '13:30:00.000',
      '13.30',
      '13.30.00',
      '13,30',
      '1330',
      'kl. 13.30',
      'kl 13:30',
      'kl.13.30',
      'Klokken 13.30',
      '1:30 PM',
      '1:30\u202fPM',
      '1.30 pm',
      '1:30pm',
      '1:30:00 p.m.',
      '01:30 P. M.',
      'at 1:30 pm',
      '13h30',
      '2026-12-10T13:30:00',
      '2026-12-10T12:30:00Z',
      '12:30Z',
    ])
      assert.equal(readTime(text, DA), '13:30', text);
    for (const [text, time] of [
      ['13', '13:00'],
      ['kl. 9', '09:00'],
      ['9:00', '09:00'],
      ['930', '09:30'],
      ['1 PM', '13:00'],
      ['12 AM', '00:00'],
      ['12:15 PM', '12:15'],
      ['00.05', '00:05'],
      ['14:00 PM', '14:00'],
    ] as const)
      assert.equal(readTime(text, DA), time, text);
    for (const text of [
      '',
      'noon',
      '25:00',
      '24:00',
      '13:60',
      '13:30:61',
      '13-14',
      '13.30-14',
      '14 AM',
      '0 PM',
      'kl.',
      'halv to',
      '-1',
    ])
      assert.equal(readTime(text, DA), 'unreadable', text);
  });

  it('reads back whatever computers write of it', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom('da-DK', 'en-GB', 'en-US'),
        fc.constantFrom('short', 'medium'),
        (m, locale, timeStyle) => {
          const text = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', timeStyle }).format(m * 60_000);
          assert.equal(readTime(text, DA), new Date(m * 60_000).toISOString().slice(11, 16), text);
        },
      ),
    );
  });
});

describe('a date with a time', () => {
  it('is read in the organisation’s zone, unless it brings its own', () => {
    for (const text of [
      '2026-12-10T12:30:00Z',
      '2026-12-10T13:30:00+01:00',
      '2026-12-10T13:30+0100',
      '2026-12-10T13:30',
      '2026-12-10 13:30:00',
      '10. december 2026 kl. 13.30',
      'torsdag d. 10. december kl. 13.30',
      '10.12.2026 13.30',
      'Dec 10, 2026, 1:30 PM',
      'December 10 at 1:30 pm',
    ]) {
      const read = readMoment(text, DA);
      assert.ok(read instanceof Date, `${text}: ${String(read)}`);
      assert.equal(read.toISOString(), '2026-12-10T12:30:00.000Z', text);
    }
    for (const text of ['', 'soon', '2026-12-10', '10. december 2026', 'kl. 13.30'])
      assert.equal(readMoment(text, DA), 'unreadable', text);
    assert.equal(readMoment('12/10/2026 1:30 PM', EN), 'unclear');
  });
});
