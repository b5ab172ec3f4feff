import assert from 'node:assert/strict';
import { readDuration } from '../../bot/dates/read-duration.ts';

describe('how long a talk lasts', () => {
  for (const [written, minutes] of [
    ['30', 30],
    ['5', 5],
    ['480', 480],
    ['30 min', 30],
    ['45 min.', 45],
    ['20min', 20],
    ['15 minutter', 15],
    [' 30 Minutes ', 30],
    ['ca. 30 min', 30],
    ['1 time', 60],
    ['1 t', 60],
    ['2 timer', 120],
    ['1,5 time', 90],
    ['1.5 hours', 90],
    ['0,75 t', 45],
    ['1h', 60],
    ['1 time 30 min', 90],
    ['1 time og 15 minutter', 75],
    ['en halv time', 30],
    ['Half an hour', 30],
    ['et kvarter', 15],
    ['halvanden time', 90],
    ['en time', 60],
  ] as const) {
    it(`is read from "${written}"`, () => assert.equal(readDuration(written), minutes));
  }

  for (const written of [
    '4',
    '481',
    '0',
    '9 timer',
    '-30',
    '30.5',
    'længe',
    '2026-02-30',
    '30 dage',
    '1e2',
    '999999999',
    'constructor',
    '',
  ])
    it(`is not read from "${written}"`, () => assert.equal(readDuration(written), 'unreadable'));
});
