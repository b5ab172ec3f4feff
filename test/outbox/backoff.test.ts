import assert from 'node:assert/strict';
import sinon from 'sinon';
import { personId } from '../../bot/ids.ts';
import { FAULTS, type Fault } from '../../bot/messages/fault.ts';
import { afterFault } from '../../outbox/backoff.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const HOUR = 3_600_000;
const to = personId('anna');
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

describe('how a failed attempt affects a delivery', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: NOW, toFake: ['Date'] });
    sinon.stub(Math, 'random').returns(0);
  });
  afterEach(() => sinon.restore());

  /** The outcome with its times in seconds from now. */
  const inSeconds = (outcome: object) =>
    Object.fromEntries(
      Object.entries(outcome).map(([name, value]) => [
        name,
        value instanceof Date ? (value.getTime() - NOW.getTime()) / 1000 : value,
      ]),
    );
  const no = (outcome: Fault, retryAfter?: number) =>
    new DeliveryError(outcome, 'no', retryAfter === undefined ? {} : { retryAfter });
  const again = (seconds: number, more: object = {}) => ({
    state: 'due',
    tryAt: seconds,
    reason: 'no',
    failingSince: 0,
    ...more,
  });
  const waits = (seconds: number, more: object = {}) => ({
    state: 'due',
    tryAt: seconds,
    reason: 'no',
    uncounted: true,
    ...more,
  });
  const ends = (state: 'unreachable' | 'failed') => ({ state, reason: 'no', undelivered: to });
  const worn = { attempts: 400, failingSince: ago(24 * 6) };
  const young = { attempts: 400, failingSince: ago(24 * 4) };
  const rows: [what: string, error: unknown, tried: Partial<Parameters<typeof afterFault>[1]>, outcome: object][] = [
    ['unreachable ends the delivery', no('unreachable'), {}, ends('unreachable')],
    ['a chat that is gone ends the delivery', no('gone'), {}, ends('unreachable')],
    ['failed ends the delivery', no('failed'), {}, ends('failed')],
    ['doubtful is tried once more', no('doubtful', 5_000), {}, again(5)],
    ['doubtful twice is unreachable', no('doubtful'), { reason: 'no' }, ends('unreachable')],
    ['doubtful after another reason is tried once more', no('doubtful', 5_000), { reason: 'busy' }, again(5)],
    ['barred waits a minute, without counting the attempt', no('barred'), worn, waits(60)],
    ['barred waits for the next probe', no('barred', 9_000), {}, waits(9)],
    [
      'barred is held on its queue',
      new DeliveryError('barred', 'no', { heldOn: 'teams' }),
      {},
      waits(60, { heldOn: 'teams' }),
    ],
    ['the first retry comes after half a second', no('retry'), { attempts: 1 }, again(0.5)],
    ['each retry waits twice as long', no('retry'), { attempts: 4 }, again(4)],
    ['no retry waits longer than twenty minutes', no('retry'), { attempts: 300 }, again(600)],
    ['a retry waits as long as the platform asks', no('retry', 30_000), {}, again(30)],
    ['a retry never waits less than it would by itself', no('retry', 1_000), { attempts: 10 }, again(256)],
    ['retries go on for days', no('retry'), young, again(600, { failingSince: ago(24 * 4) })],
    ['retries end after five days', no('retry'), worn, ends('failed')],
    [
      'retries do not end at once when Sammen was down for those days',
      no('retry'),
      { attempts: 3, failingSince: ago(24 * 6) },
      again(2, { failingSince: ago(24 * 6) }),
    ],
    ['any other error is retried', new Error('no'), { attempts: 2 }, again(1)],
    ['an unknown refusal is not final', no('unknown'), { attempts: 3 }, again(2)],
    ['an unknown refusal soon delays nobody', no('unknown'), { attempts: 4 }, again(4, { aside: true })],
    ['an unknown refusal ends after five days', no('unknown'), worn, ends('failed')],
    ['what we cannot compose is tried again', no('broken'), { attempts: 3 }, again(2)],
    ['what we cannot compose is set aside at the fourth attempt', no('broken'), { attempts: 4 }, ends('failed')],
    ['a delivery of a run stays in its queue', no('retry'), { queue: 'teams' }, again(0.5, { state: 'queued' })],
  ];
  for (const [what, error, tried, outcome] of rows)
    it(what, () => {
      const after = afterFault(error, { to, attempts: 1, reason: null, ...tried });
      assert.deepEqual(inSeconds(after), inSeconds(outcome));
    });

  it('is known for every fault', () => {
    const tested = new Set(rows.flatMap(([, error]) => (error instanceof DeliveryError ? [error.outcome] : [])));
    assert.deepEqual([...tested].toSorted(), [...FAULTS].toSorted());
  });

  it('lets a passing fault last for more than three days of tries', () => {
    let [attempts, at, failingSince] = [1, NOW.getTime(), undefined as Date | undefined];
    for (;;) {
      clock.setSystemTime(at);
      const after = afterFault(no('retry'), {
        to,
        attempts,
        reason: 'no',
        ...(failingSince === undefined ? {} : { failingSince }),
      });
      if (!('tryAt' in after)) break;
      [attempts, at, failingSince] = [attempts + 1, after.tryAt.getTime(), after.failingSince];
    }
    assert.ok(at - NOW.getTime() > 72 * HOUR, `${(at - NOW.getTime()) / HOUR} hours`);
  });
});
