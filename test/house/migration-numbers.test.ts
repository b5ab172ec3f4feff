import assert from 'node:assert/strict';
import { MIGRATIONS } from '../../adapters/store/migrations.ts';

/**
 * Every migration that was ever on main, by number and function. A store somewhere has run each of them: a number that
 * is taken back or used again would be skipped there. So this list only grows, at its end.
 */
const EVER = [
  [2, 'moveWaitingLines'],
  [3, 'knowMoreOfPeople'],
  [4, 'knowWhereCardsStand'],
  [5, 'knowWhoIsOne'],
  [6, 'countOlderCases'],
  [7, 'knowHowPeopleStand'],
  [8, 'askHowItWent'],
  [9, 'takenBack'],
  [10, 'dropEmptyErasureMarks'],
  [11, 'knowWhoSaidWhat'],
  [12, 'findUndelivered'],
  [13, 'letNothingWaitInSilence'],
  [14, 'keepLinesOfDrafts'],
  [15, 'keepDraftsLonger'],
  [16, 'sealIds'],
  [17, 'publishWithNoise'],
  [18, 'findPeopleByWords'],
  [19, 'countOlderStories'],
  [20, 'findChangedAgents'],
] as const;

describe('the numbers of migrations', () => {
  const now = MIGRATIONS.map(({ to, run }) => [to, run.name]);

  it('are never taken back and never used again', () => {
    assert.deepEqual(now.slice(0, EVER.length), EVER, 'a migration that was on main is gone, renumbered or renamed');
  });

  it('are written down here: add a new one to the end of EVER, with the next free number', () => {
    assert.deepEqual(now.slice(EVER.length), []);
  });

  it('follow each other without a gap', () => {
    assert.deepEqual(
      now.map(([to]) => to),
      now.map((_, index) => index + 2),
    );
  });
});
