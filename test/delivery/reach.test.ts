import assert from 'node:assert/strict';
import { isChatGone, movesOn, platformsToTry, type Refused } from '../../bot/delivery/reach.ts';
import type { Address } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';

const on = (platform: Platform, minute: number): Address => ({
  platform,
  id: platform,
  at: new Date(Date.UTC(2026, 10, 24, 9, minute)),
});
const person = { addresses: [on('teams', 1), on('slack', 5), on('sandbox', 3)] };

describe('the platform on which a person is reached', () => {
  it('is the one they last used, then their others', () => {
    assert.deepEqual(
      platformsToTry(person, () => true),
      ['slack', 'sandbox', 'teams'],
    );
  });

  it('is never one that is no longer configured', () => {
    assert.deepEqual(
      platformsToTry(person, (platform) => platform !== 'slack'),
      ['sandbox', 'teams'],
    );
    assert.deepEqual(
      platformsToTry(person, () => false),
      [],
    );
  });

  const rows: [outcome: Refused['outcome'], before: string | null, attempts: number, moves: boolean][] = [
    ['unreachable', null, 1, true],
    ['unreachable', 'busy', 9, true],
    ['gone', null, 1, true],
    ['doubtful', null, 1, false],
    ['doubtful', 'busy', 2, false],
    ['doubtful', 'no chat', 2, true],
    ['doubtful', 'no chat; busy', 2, true],
    ['barred', null, 1, true],
    ['barred', 'no chat', 1, true],
    ['barred', 'no chat', 2, true],
    ['barred', 'no chat; busy', 2, true],
    // An earlier attempt may have arrived.
    ['barred', 'busy', 2, false],
    ['barred', null, 2, false],
    ['retry', 'no chat', 1, false],
    ['failed', 'no chat', 1, false],
    ['unknown', 'no chat', 1, false],
    ['broken', 'no chat', 1, false],
  ];
  for (const [outcome, before, attempts, moves] of rows) {
    it(`${moves ? 'changes' : 'stays the same'} after ${outcome} at attempt ${attempts}, before it ${before ?? 'no error'}`, () => {
      assert.equal(movesOn({ outcome, message: 'no chat' }, before, attempts), moves);
    });
  }
});

describe('a chat', () => {
  const rows: [outcome: Refused['outcome'], before: string | null, gone: boolean][] = [
    ['gone', null, true],
    ['doubtful', null, false],
    ['doubtful', 'no chat', true],
    ['unreachable', 'no chat', false],
    ['barred', 'no chat', false],
  ];
  for (const [outcome, before, gone] of rows)
    it(`${gone ? 'is opened anew' : 'stays'} after ${outcome}, before it ${before ?? 'no error'}`, () => {
      assert.equal(isChatGone({ outcome, message: 'no chat' }, before), gone);
    });
});
