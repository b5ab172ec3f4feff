import assert from 'node:assert/strict';
import sinon from 'sinon';
import { afterFault } from '../../outbox/backoff.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');

describe('how a failed attempt affects a delivery', () => {
  beforeEach(() => {
    sinon.useFakeTimers({ now: NOW, toFake: ['Date'] });
    sinon.stub(Math, 'random').returns(0);
  });
  afterEach(() => sinon.restore());

  const no = (outcome: DeliveryError['outcome'], retryAfter?: number) =>
    new DeliveryError(outcome, 'no', retryAfter === undefined ? {} : { retryAfter });
  const again = (seconds: number, more: object = {}) => ({
    state: 'due',
    tryAt: seconds,
    reason: 'no',
    ...more,
  });
  const rows: [what: string, error: unknown, tried: Partial<Parameters<typeof afterFault>[1]>, outcome: object][] = [
    ['unreachable ends the delivery', no('unreachable'), {}, { state: 'unreachable', reason: 'no' }],
    ['failed ends the delivery', no('failed'), {}, { state: 'failed', reason: 'no' }],
    ['doubtful is tried once more', no('doubtful', 5_000), {}, again(5)],
    ['doubtful twice is unreachable', no('doubtful'), { reason: 'no' }, { state: 'unreachable', reason: 'no' }],
    ['doubtful after another reason is tried once more', no('doubtful', 5_000), { reason: 'busy' }, again(5)],
    [
      'barred waits a minute, without counting the attempt',
      no('barred'),
      { attempts: 12 },
      again(60, { uncounted: true }),
    ],
    ['barred waits as long as the platform asks', no('barred', 9_000), {}, again(9, { uncounted: true })],
    ['the first retry comes after half a second', no('retry'), { attempts: 1 }, again(0.5)],
    ['each retry waits twice as long', no('retry'), { attempts: 4 }, again(4)],
    ['no retry waits longer than a quarter of an hour', no('retry'), { attempts: 11 }, again(450)],
    ['retries end with the twelfth attempt', no('retry'), { attempts: 12 }, { state: 'failed', reason: 'no' }],
    ['a retry waits as long as the platform asks', no('retry', 30_000), {}, again(30)],
    ['any other error is retried', new Error('no'), { attempts: 2 }, again(1)],
    ['a delivery of a run stays in its queue', no('retry'), { queue: 'teams' }, again(0.5, { state: 'queued' })],
  ];
  for (const [what, error, tried, outcome] of rows)
    it(what, () => {
      const after = afterFault(error, { attempts: 1, reason: null, ...tried });
      const inSeconds = 'tryAt' in after ? { ...after, tryAt: (after.tryAt.getTime() - NOW.getTime()) / 1000 } : after;
      assert.deepEqual(inSeconds, outcome);
    });
});
