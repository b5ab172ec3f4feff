import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { dayIn, daysIn, type Week, weekAfter, weekOf, weeksBetween } from '../../bot/time/iso-week.ts';

describe('ISO weeks', () => {
  it('match the calendar on every day of sixty years', () => {
    let week: Week | '' = '';
    let weeks = -1;
    for (let day = DateTime.utc(2000, 1, 1); day.year < 2060; day = day.plus({ days: 1 })) {
      const date = day.toISODate() ?? '';
      const own = weekOf(date);
      assert.equal(own, day.toFormat("kkkk-'W'WW"), date);
      assert.equal(daysIn(own)[day.weekday - 1], date);
      if (own === week) continue;
      if (week !== '') assert.equal(weekAfter(week), own);
      week = own;
      weeks++;
      assert.equal(weeksBetween(weekOf('2000-01-01'), own), weeks);
      assert.equal(weekAfter(own, -weeks), weekOf('2000-01-01'));
    }
    assert.equal(dayIn('2026-W53', 'sun'), '2027-01-03');
  });
});
