import assert from 'node:assert/strict';
import { dayInWords, dayOfMoment, whenInWords } from '../../cards/when.ts';

const ZONE = 'Europe/Copenhagen';
const now = new Date('2026-11-24T09:12:00Z');
const da = (iso: string, from = now) => whenInWords(new Date(iso), from, ZONE, 'da');
const en = (iso: string) => whenInWords(new Date(iso), now, ZONE, 'en');

describe('times in words', () => {
  it('name today, tomorrow and yesterday', () => {
    assert.equal(da('2026-11-24T10:00:00Z'), 'i dag kl. 11');
    assert.equal(da('2026-11-25T08:30:00Z'), 'i morgen kl. 9.30');
    assert.equal(da('2026-11-23T13:05:00Z'), 'i går kl. 14.05');
    assert.equal(en('2026-11-24T10:00:00Z'), 'today at 11:00');
    assert.equal(en('2026-11-25T08:30:00Z'), 'tomorrow at 9:30');
    assert.equal(en('2026-11-23T13:05:00Z'), 'yesterday at 14:05');
  });

  it('name the weekday for six days, then the date', () => {
    assert.equal(da('2026-11-26T10:00:00Z'), 'torsdag kl. 11');
    assert.equal(da('2026-11-30T10:00:00Z'), 'mandag kl. 11');
    assert.equal(da('2026-12-01T10:00:00Z'), 'tirsdag d. 1. december kl. 11');
    assert.equal(da('2026-11-22T10:00:00Z'), 'søndag d. 22. november kl. 11');
    assert.equal(en('2026-11-30T10:00:00Z'), 'Monday at 11:00');
    assert.equal(en('2026-12-07T10:00:00Z'), 'Monday 7 December at 11:00');
  });

  it('count calendar days, not hours', () => {
    assert.equal(da('2026-11-24T23:30:00Z', new Date('2026-11-24T22:59:00Z')), 'i morgen kl. 0.30');
    assert.equal(da('2026-10-25T08:00:00Z', new Date('2026-10-24T20:00:00Z')), 'i morgen kl. 9');
    assert.equal(da('2026-11-01T08:00:00Z', new Date('2026-10-25T00:30:00Z')), 'søndag d. 1. november kl. 9');
  });

  it('name the year when it is not the current one', () => {
    assert.equal(da('2027-01-08T10:00:00Z'), 'fredag d. 8. januar 2027 kl. 11');
    assert.equal(da('2027-01-02T10:00:00Z', new Date('2026-12-30T10:00:00Z')), 'lørdag kl. 11');
  });

  it('can be days without an hour', () => {
    assert.equal(dayInWords('2026-12-01', now, ZONE, 'da'), 'tirsdag d. 1. december');
    assert.equal(dayInWords('2026-12-01', now, ZONE, 'en'), 'Tuesday 1 December');
    assert.equal(dayOfMoment(new Date('2026-12-23T23:30:00Z'), now, ZONE, 'da'), 'torsdag d. 24. december');
    assert.equal(dayInWords('snart', now, ZONE, 'da'), 'snart');
  });
});
