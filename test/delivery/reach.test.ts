import assert from 'node:assert/strict';
import { type Fault, isUnreachable, platformsToTry, waitsToSettle } from '../../bot/delivery/reach.ts';
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

  const rows: [outcome: Fault['outcome'], before: string | null, no: boolean][] = [
    ['unreachable', null, true],
    ['doubtful', null, false],
    ['doubtful', 'busy', false],
    ['doubtful', 'no chat', true],
    ['doubtful', 'no chat; busy', true],
    ['retry', 'no chat', false],
    ['barred', 'no chat', false],
    ['failed', 'no chat', false],
  ];
  for (const [outcome, before, no] of rows) {
    it(`${no ? 'changes' : 'stays the same'} after ${outcome}, when the previous attempt gave ${before ?? 'no error'}`, () => {
      assert.equal(isUnreachable({ outcome, message: 'no chat' }, before), no);
    });
  }
});

describe('a new message', () => {
  const rows: [outcome: Fault['outcome'], card: Platform, attempts: number, waits: boolean][] = [
    ['retry', 'slack', 1, true],
    ['retry', 'slack', 12, true],
    ['barred', 'slack', 1, true],
    ['unreachable', 'slack', 1, false],
    ['doubtful', 'slack', 1, false],
    ['failed', 'slack', 1, false],
    ['retry', 'teams', 1, true],
    ['retry', 'teams', 2, true],
    ['retry', 'teams', 3, false],
    ['barred', 'teams', 1, false],
    ['unreachable', 'teams', 1, false],
  ];
  for (const [outcome, platform, attempts, waits] of rows) {
    const where = platform === 'slack' ? 'on the platform the person uses' : 'on the platform the person used before';
    it(`${waits ? 'waits' : 'does not wait'} for the older card ${where} after ${outcome}, attempt ${attempts}`, () => {
      assert.equal(waitsToSettle({ outcome }, { platform }, person, attempts), waits);
    });
  }
});
