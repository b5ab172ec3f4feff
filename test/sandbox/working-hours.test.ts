import assert from 'node:assert/strict';
import { workingHoursAt } from '../../adapters/sandbox/working-hours.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';
import { OFFICE, workingTime } from '../support/fixtures/builders.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

describe('the hours that the sandbox’s page suggests', () => {
  const rows: readonly (readonly [what: string, at: string, expected: [boolean, string, string]])[] = [
    ['on a working day', '2026-11-24T09:00Z', [true, '2026-11-24T15:00Z', '2026-11-25T08:00Z']],
    ['before work begins', '2026-11-24T05:00Z', [false, '2026-11-24T07:00Z', '2026-11-24T08:00Z']],
    ['in the evening', '2026-11-24T18:00Z', [false, '2026-11-25T07:00Z', '2026-11-25T08:00Z']],
    ['on a Friday', '2026-11-27T12:00Z', [true, '2026-11-27T13:00Z', '2026-11-30T08:00Z']],
    ['the day before Easter', '2027-03-24T10:00Z', [true, '2027-03-24T15:00Z', '2027-03-30T07:00Z']],
    ['on Good Friday', '2027-03-26T10:00Z', [false, '2027-03-30T06:00Z', '2027-03-30T07:00Z']],
    ['before Christmas', '2026-12-24T08:00Z', [true, '2026-12-24T15:00Z', '2026-12-28T08:00Z']],
  ];
  for (const [what, at, [open, until, nextMorning]] of rows) {
    it(`know the calendar ${what}`, () => {
      const hours = workingHoursAt(new Date(at), workingTime);
      const expected = [open, new Date(until), new Date(nextMorning)];
      assert.deepEqual([hours.open, hours.until, hours.nextMorning], expected);
    });
  }

  it('pass over the days that the organisation is closed, and over holidays in ten working days', () => {
    const time = createWorkingTime(OFFICE, new Set(['2027-03-30']));
    const hours = workingHoursAt(new Date('2027-03-24T10:00Z'), time);
    assert.deepEqual(hours.nextMorning, new Date('2027-03-31T07:00Z'));
    assert.deepEqual(hours.inTenDays, new Date('2027-04-13T09:00Z'));
  });

  it('come when there is no nine o’clock, too', () => {
    const late = createWorkingTime({ ...OFFICE, hours: { tue: ['10:00', '12:00'], wed: ['06:00', '07:30'] } });
    const { nextMorning } = workingHoursAt(new Date('2026-11-23T09:00Z'), late);
    assert.deepEqual(nextMorning, new Date('2026-11-24T09:00Z'));
  });

  describe('in its API', () => {
    const { inSandbox } = useSharedSandbox();

    it('go by the sandbox’s clock', () =>
      inSandbox(async (sandbox) => {
        await sandbox.setClock('2027-03-24T10:00:00.000Z');
        const { status, json } = await sandbox.call('GET', '/sandbox/working-hours');
        assert.equal(status, 200);
        const { open, nextMorning } = json as { open: boolean; nextMorning: string };
        assert.deepEqual([open, nextMorning], [true, '2027-03-30T07:00:00.000Z']);
      }));

    it('are answered wherever the clock may stand', () =>
      inSandbox(async (sandbox) => {
        for (const now of ['2000-01-01T00:00:00Z', '2100-12-31T22:00:00Z']) {
          const moved = await sandbox.call('POST', '/sandbox/clock', { now });
          assert.equal(moved.status, 200);
          assert.equal((await sandbox.call('GET', '/sandbox/working-hours')).status, 200, now);
        }
      }));
  });
});
