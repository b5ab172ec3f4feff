import assert from 'node:assert/strict';
import { createChanges } from '../../adapters/chat/changes.ts';
import { createNotAgain } from '../../adapters/chat/not-again.ts';
import { SECOND } from '../../bot/time/units.ts';

describe('a line for a burst of messages', () => {
  it('is said again after a minute without any', () => {
    let now = 0;
    const notAgain = createNotAgain(() => new Date(now));
    const said = (seconds: number, name = 'anna') => {
      now += seconds * SECOND;
      return notAgain(name);
    };
    assert.deepEqual([said(0), said(59), said(59), said(0, 'bo'), said(60)], [true, false, false, true, true]);
  });
});

describe('what is remembered of messages and their changes', () => {
  it('is bounded, oldest first', () => {
    const changes = createChanges();
    for (let i = 0; i < 1001; i++) changes.keep(`m${i}`, { kind: 'deleted', at: i });
    assert.equal(changes.arrived('m0'), null);
    assert.deepEqual(changes.arrived('m1000'), { kind: 'deleted', at: 1000 });
  });

  it('goes on after work about a message has failed', async () => {
    const changes = createChanges();
    const failing = changes.inTurn('m', async () => {
      throw new Error('the store is away');
    });
    const next = changes.inTurn('m', async () => 'done');
    await assert.rejects(failing, /away/);
    assert.equal(await next, 'done');
  });
});
