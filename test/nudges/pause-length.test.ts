import assert from 'node:assert/strict';
import { NO_WISHES } from '../../bot/nudges/reader.ts';
import { wishesView } from '../../bot/nudges/wishes-view.ts';

describe('the pause of one press', () => {
  it('ends on the Sunday three weeks after this one, whatever the day of the press', () => {
    for (const [today, last] of [
      ['2027-01-25', '2027-02-21'],
      ['2027-01-29', '2027-02-21'],
      ['2027-01-31', '2027-02-21'],
      ['2026-12-14', '2027-01-10'],
    ] as const)
      assert.equal(wishesView(NO_WISHES, today).pause, last, today);
  });
});
