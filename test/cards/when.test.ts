import assert from 'node:assert/strict';
import { dayInWords, dayOfMoment, whenInWords } from '../../cards/when.ts';

const ZONE = 'Europe/Copenhagen';
const now = new Date('2026-11-24T09:12:00Z');
const da = (iso: string, from = now) => whenInWords(new Date(iso), from, ZONE, 'da');
const en = (iso: string) => whenInWords(new Date(iso), now, ZONE, 'en');

describe('times in words', () => {
  it('name weekday, date and hour, however near, so that they stay true', () => {
    assert.equal(da('2026-11-24T10:00:00Z'), 'tirsdag d. 24. november kl. 11');
    assert.equal(da('2026-11-25T08:30:00Z'), 'onsdag d. 25. november kl. 9.30');
    assert.equal(da('2026-11-23T13:05:00Z'), 'mandag d. 23. november kl. 14.05');
    assert.equal(en('2026-11-24T10:00:00Z'), 'Tuesday 24 November at 11:00');
    assert.equal(en('2026-12-07T08:30:00Z'), 'Monday 7 December at 9:30');
  });

  it('name the day of the organisation’s zone, also when the clocks change', () => {
    assert.equal(da('2026-11-24T23:30:00Z'), 'onsdag d. 25. november kl. 0.30');
    assert.equal(da('2026-10-25T08:00:00Z', new Date('2026-10-24T20:00:00Z')), 'søndag d. 25. oktober kl. 9');
  });

  it('name the year when it is not the current one', () => {
    assert.equal(da('2027-01-08T10:00:00Z'), 'fredag d. 8. januar 2027 kl. 11');
    assert.equal(da('2027-01-02T10:00:00Z', new Date('2026-12-30T10:00:00Z')), 'lørdag d. 2. januar 2027 kl. 11');
  });

  it('can be days without an hour', () => {
    assert.equal(dayInWords('2026-12-01', now, ZONE, 'da'), 'tirsdag d. 1. december');
    assert.equal(dayInWords('2026-12-01', now, ZONE, 'en'), 'Tuesday 1 December');
    assert.equal(dayOfMoment(new Date('2026-12-23T23:30:00Z'), now, ZONE, 'da'), 'torsdag d. 24. december');
    assert.equal(dayInWords('snart', now, ZONE, 'da'), 'snart');
  });
});
