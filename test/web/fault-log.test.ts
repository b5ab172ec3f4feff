import assert from 'node:assert/strict';
import sinon from 'sinon';
import { BadRequest } from '../../adapters/web/route.ts';
import { createFaultLog } from '../../app/fault-log.ts';
import { createLog } from '../../app/log.ts';

const opened = () => {
  const lines: string[] = [];
  const log = createLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) });
  return { faults: createFaultLog(log), lines, read: () => lines.map((line) => JSON.parse(line)) };
};

describe('the log of faults', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => clock.restore());

  it('says once a minute what somebody outside does a thousand times, and how often', () => {
    const { faults, lines, read } = opened();
    for (let i = 0; i < 1000; i++)
      faults.note('warn', 'a turn had a fault', new BadRequest(403, `another tenant ${i}`));
    assert.deepEqual(
      read().map(({ msg, reason, err }) => ({ msg, reason, err })),
      [{ msg: 'a turn had a fault', reason: 'another tenant 0', err: undefined }],
    );
    clock.tick(60_000);
    assert.equal(read()[1].again, 999);
    assert.ok(lines.join('').length < 500);
    faults.note('warn', 'a turn had a fault', new BadRequest(403, 'x'));
    assert.equal(lines.length, 3);
  });

  it('keeps faults of ours apart by where they were thrown, each with its stack', () => {
    const { faults, read } = opened();
    const throwers = [() => new TypeError('here'), () => new TypeError('there')];
    for (let i = 0; i < 5; i++) for (const thrower of throwers) faults.note('error', 'a request failed', thrower());
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
  });

  it('stays small whatever the kinds are', () => {
    const { faults, lines } = opened();
    for (let i = 0; i < 2000; i++) faults.note('error', `kind ${i}`, new BadRequest(400, 'x'.repeat(5_000)));
    clock.tick(60_000);
    assert.ok(lines.length <= 32, String(lines.length));
    assert.ok(lines.join('').length < 20_000);
  });
});
