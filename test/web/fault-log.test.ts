import assert from 'node:assert/strict';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import sinon from 'sinon';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { BadRequest } from '../../adapters/web/route.ts';
import { createFaultLog } from '../../app/fault-log.ts';
import { createLog } from '../../app/log.ts';
import { awayLog } from '../../app/platforms/away-log.ts';
import { createStoreWatch } from '../../app/store-watch.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';

const opened = () => {
  const lines: string[] = [];
  const counted: string[] = [];
  const log = createLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) });
  let isUp = true;
  const ping = async () => {
    if (!isUp) throw new StoreUnavailable('the store cannot answer now');
  };
  const storeWatch = createStoreWatch({ ping }, log);
  const faults = createFaultLog(log, { storeWatch, metrics: { fault: (during) => void counted.push(during) } });
  return {
    faults,
    storeWatch,
    counted,
    lines,
    read: () => lines.map((line) => JSON.parse(line)),
    setUp: (up: boolean) => {
      isUp = up;
    },
  };
};

describe('the log of faults', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  });
  afterEach(() => clock.restore());

  it('says once a minute what somebody outside does a thousand times, and how often', () => {
    const { faults, lines, read } = opened();
    for (let i = 0; i < 1000; i++)
      faults.note('turn', 'a turn had a fault', new BadRequest(403, `another tenant ${i}`));
    assert.deepEqual(
      read().map(({ msg, reason, err }) => ({ msg, reason, err })),
      [{ msg: 'a turn had a fault', reason: 'another tenant 0', err: undefined }],
    );
    clock.tick(60_000);
    assert.equal(read()[1].again, 999);
    assert.ok(lines.join('').length < 500);
    faults.note('turn', 'a turn had a fault', new BadRequest(403, 'x'));
    assert.equal(lines.length, 3);
  });

  it('keeps faults of ours apart by where they were thrown, each with its stack', () => {
    const { faults, counted, read } = opened();
    const throwers = [() => new TypeError('here'), () => new TypeError('there')];
    for (let i = 0; i < 5; i++) for (const thrower of throwers) faults.note('request', 'a request failed', thrower());
    assert.deepEqual(
      read().map(({ err }) => err.message),
      ['here', 'there'],
    );
    faults.stop();
    assert.deepEqual(
      read()
        .slice(2)
        .map(({ again }) => again),
      [4, 4],
    );
    assert.equal(counted.length, 10);
  });

  it('says once that the store went and once that it is back, and counts neither as a fault', async () => {
    const { faults, storeWatch, counted, read, setUp } = opened();
    storeWatch.start();
    setUp(false);
    for (let i = 0; i < 50; i++) faults.note('job', 'the job offers failed', new StoreUnavailable(`away ${i}`));
    await clock.tickAsync(60_000);
    setUp(true);
    await clock.tickAsync(60_000);
    storeWatch.stop();
    assert.deepEqual(
      read().map(({ msg, reason, awaySeconds }) => [msg.split(':')[0], reason ?? awaySeconds]),
      [
        ['THE STORE IS AWAY', 'away 0'],
        ['THE STORE IS BACK', 65],
      ],
    );
    assert.deepEqual(counted, []);
  });

  it('does not say that a store went which is closed with the process', () => {
    const { faults, storeWatch, counted, lines } = opened();
    storeWatch.start();
    storeWatch.stop();
    faults.note('job', 'the job offers failed', new StoreUnavailable('closed'));
    assert.deepEqual([lines, counted], [[], []]);
  });

  it('says in each line which version wrote it, on which machine, in which process', () => {
    const { faults, read } = opened();
    faults.note('request', 'a request failed', new TypeError('x'));
    const [{ version, host, pid }] = read();
    assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual([host, pid], [hostname(), process.pid]);
  });

  it('says once a minute what a platform answers a thousand times, without a stack, and counts it as no fault', () => {
    const { faults, counted, read } = opened();
    for (let i = 0; i < 1000; i++)
      for (const outcome of ['retry', 'unknown'] as const)
        faults.note('sending', 'a delivery was put off', new DeliveryError(outcome, `Slack answered ${outcome}`), {
          delivery: `d${i}`,
        });
    assert.deepEqual(
      read().map(({ level, msg, reason, delivery, err }) => ({ level, msg, reason, delivery, err })),
      ['retry', 'unknown'].map((outcome) => ({
        ...{ level: 40, msg: 'a delivery was put off', reason: `Slack answered ${outcome}`, delivery: 'd0' },
        err: undefined,
      })),
    );
    faults.note('sending', 'a delivery was put off', new DeliveryError('broken', 'Sammen could not compose it'));
    assert.deepEqual(counted, ['sending']);
    assert.match(read()[2].err.stack, /fault-log\.test/);
  });

  it('takes of an error only what names it, because SDKs hang the request on theirs', () => {
    const { faults, lines } = opened();
    const request = { headers: { authorization: 'Bearer secret-token' }, data: '{"text":"what somebody wrote"}' };
    for (const error of [
      Object.assign(new Error('Request failed'), { code: 'ECONNRESET', config: request, request }),
      Object.assign(new Error('refused'), { code: 121, errInfo: { consideredValue: 'what somebody wrote' } }),
      Object.assign(new Error('wrapped'), { original: Object.assign(new Error('inner'), { request }) }),
    ])
      faults.note('request', error.message, error);
    assert.equal(lines.length, 3);
    assert.doesNotMatch(lines.join(''), /secret-token|what somebody wrote/);
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).err.code),
      ['ECONNRESET', 121, undefined],
    );
  });

  it('stays small whatever the kinds are', () => {
    const { faults, lines } = opened();
    for (let i = 0; i < 2000; i++) faults.note('request', `kind ${i}`, new BadRequest(400, 'x'.repeat(5_000)));
    clock.tick(60_000);
    assert.ok(lines.length <= 32, String(lines.length));
    assert.ok(lines.join('').length < 20_000);
  });
});

describe('the log of a platform that is away', () => {
  it('says once that it went, again when the reason changes, and once that it is back', () => {
    const lines: unknown[] = [];
    const note = ({ reason, awaySeconds }: { reason?: string; awaySeconds?: number }) =>
      void lines.push(reason ?? awaySeconds);
    let now = 0;
    const { onAway, onBack } = awayLog('Slack', { error: note, warn: note } as unknown as Logger, () => now);
    for (let i = 0; i < 60; i++) onAway(new Error('no answer'), 1000);
    onAway(new Error('refused'), 1000);
    now = 90_000;
    onBack();
    onAway(new Error('refused'), 1000);
    assert.deepEqual(lines, ['no answer', 'refused', 90, 'refused']);
  });
});
