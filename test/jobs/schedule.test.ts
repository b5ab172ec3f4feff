import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import sinon from 'sinon';
import { everyMinute } from '../../jobs/schedule.ts';

const START = Date.parse('2026-11-24T09:00:30.000Z');

describe('the minute tick', () => {
  let clock: sinon.SinonFakeTimers;
  let warned: sinon.SinonStub;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: START });
    warned = sinon.stub(console, 'warn');
  });
  afterEach(() => {
    clock.restore();
    warned.restore();
  });

  it('fires immediately and every minute', async () => {
    const tick = sinon.stub().resolves();
    const ticks = everyMinute(tick);
    assert.equal(tick.callCount, 1);
    await clock.tickAsync(29_000);
    assert.equal(tick.callCount, 1);
    await clock.tickAsync(121_000);
    assert.equal(tick.callCount, 4);
    await ticks.stop();
    await clock.tickAsync(120_000);
    assert.equal(tick.callCount, 4);
  });

  for (const late of [3_000, 45_000, 200_000]) {
    it(`fires late, once and without a log line, after the process stalled for ${late / 1000} s`, async () => {
      const tick = sinon.stub().resolves();
      const ticks = everyMinute(tick);
      await clock.tickAsync(20_000);
      // The clock goes on while no timer is served.
      clock.setSystemTime(START + 20_000 + late);
      await clock.tickAsync(10_000);
      assert.equal(tick.callCount, 2);
      assert.deepEqual(warned.args, []);
      await ticks.stop();
    });
  }

  it('waits for a running tick when it stops, but not for one that goes on for long', async () => {
    let finish = (): void => undefined;
    const tick = sinon.stub().callsFake(() => new Promise<void>((done) => (finish = done)));
    for (const [ends, within] of [
      [2_000, 2_000],
      [60_000, 5_000],
    ] as const) {
      const ticks = everyMinute(tick);
      let stopped = false;
      setTimeout(finish, ends);
      void ticks.stop().then(() => {
        stopped = true;
      });
      await clock.tickAsync(within - 1);
      assert.ok(!stopped, `stopped before ${within} ms`);
      await clock.tickAsync(1);
      assert.ok(stopped, `not stopped after ${within} ms`);
      finish();
    }
  });

  it('lets a run longer than a minute finish, without a log line', async () => {
    let finish = (): void => undefined;
    const tick = sinon.stub().callsFake(() => new Promise<void>((done) => (finish = done)));
    const ticks = everyMinute(tick);
    await clock.tickAsync(150_000);
    assert.equal(tick.callCount, 1);
    finish();
    await clock.tickAsync(60_000);
    assert.equal(tick.callCount, 2);
    assert.deepEqual(warned.args, []);
    finish();
    await ticks.stop();
  });
});

describe('the tick of every minute, in the night in which the clocks change', function () {
  this.timeout(60_000);
  const NIGHT = fileURLToPath(new URL('./support/night-of-minutes.ts', import.meta.url));
  const ROOT = fileURLToPath(new URL('../../', import.meta.url));

  for (const [zone, from] of [
    ['Europe/Copenhagen', '2027-10-30T23:50:30Z'],
    ['Europe/Copenhagen', '2027-03-27T23:50:30Z'],
    ['America/New_York', '2027-11-07T04:50:30Z'],
    ['Australia/Lord_Howe', '2027-04-03T13:50:30Z'],
  ] as const) {
    it(`fires every minute on a server in ${zone}, from ${from}`, () => {
      const env = { ...process.env, TZ: zone };
      const out = execFileSync(process.execPath, ['--import', 'tsx', NIGHT, from], {
        cwd: ROOT,
        env,
        encoding: 'utf8',
      });
      const first = Date.parse(from);
      const expected = Array.from({ length: 241 }, (_, i) => new Date(first + i * 60_000).toISOString().slice(11, 16));
      assert.deepEqual(out.split(' '), expected);
    });
  }
});
