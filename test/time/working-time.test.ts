import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createWorkingTime } from '../../bot/time/working-time.ts';

const USUAL = {
  timeZone: 'Europe/Copenhagen',
  hours: {
    mon: ['08:00', '16:00'],
    tue: ['08:00', '16:00'],
    wed: ['08:00', '16:00'],
    thu: ['08:00', '16:00'],
    fri: ['08:00', '14:00'],
  },
  closedDays: ['2026-12-24', '2026-12-31'],
} satisfies Parameters<typeof createWorkingTime>[0];
const time = createWorkingTime(USUAL);
/** A local moment in Copenhagen, from `YYYY-MM-DD HH:MM`. */
const at = (text: string): Date => {
  const [day = '', clock = ''] = text.split(' ');
  return time.at(day, clock);
};
const shown = (moment: Date): string =>
  `${time.localDate(moment)} ${moment.toLocaleTimeString('da', { timeZone: USUAL.timeZone, timeStyle: 'short' }).replace('.', ':')}`;

describe('working time', () => {
  it('is open from opening up to, but not at, closing time', () => {
    const cases: [string, boolean][] = [
      ['2026-11-24 07:59', false],
      ['2026-11-24 08:00', true],
      ['2026-11-24 15:59', true],
      ['2026-11-24 16:00', false],
      ['2026-11-27 14:00', false],
      ['2026-11-28 10:00', false],
    ];
    for (const [moment, open] of cases) assert.equal(time.isOpen(at(moment)), open, moment);
  });

  it('opens next immediately, in the morning, or after the weekend', () => {
    const open = at('2026-11-24 10:00');
    assert.equal(time.nextOpen(open), open);
    assert.equal(shown(time.nextOpen(at('2026-11-24 06:00'))), '2026-11-24 08:00');
    assert.equal(shown(time.nextOpen(at('2026-11-24 16:00'))), '2026-11-25 08:00');
    assert.equal(shown(time.nextOpen(at('2026-11-27 14:00'))), '2026-11-30 08:00');
  });

  it('adds minutes over nights and weekends', () => {
    assert.equal(shown(time.addMinutes(at('2026-11-24 10:00'), 120)), '2026-11-24 12:00');
    assert.equal(shown(time.addMinutes(at('2026-11-24 15:00'), 120)), '2026-11-25 09:00');
    assert.equal(shown(time.addMinutes(at('2026-11-27 13:00'), 480)), '2026-11-30 15:00');
    assert.equal(shown(time.addMinutes(at('2026-11-28 11:00'), 30)), '2026-11-30 08:30');
  });

  it('stays at closing time when the minutes end exactly there', () => {
    assert.equal(shown(time.addMinutes(at('2026-11-24 14:00'), 120)), '2026-11-24 16:00');
    assert.equal(shown(time.addMinutes(at('2026-11-24 16:00'), 0)), '2026-11-24 16:00');
    assert.equal(shown(time.addMinutes(at('2026-11-24 16:00'), 1)), '2026-11-25 08:01');
    assert.equal(shown(time.addMinutes(at('2026-11-24 16:01'), 0)), '2026-11-25 08:00');
  });

  it('promises the next quarter of an hour, in working hours or exactly on closing time', () => {
    assert.equal(shown(time.promise(at('2026-11-24 10:04'), 120)), '2026-11-24 12:15');
    assert.equal(shown(time.promise(at('2026-11-24 10:15'), 120)), '2026-11-24 12:15');
    assert.equal(shown(time.promise(at('2026-11-24 13:51'), 120)), '2026-11-24 16:00');
    assert.equal(shown(time.promise(at('2026-11-24 20:00'), 120)), '2026-11-25 10:00');
    assert.equal(shown(time.promise(new Date(at('2026-11-24 10:15').getTime() + 1), 120)), '2026-11-24 12:30');
    const odd = createWorkingTime({ ...USUAL, hours: { tue: ['08:10', '15:50'], thu: ['08:10', '15:50'] } });
    assert.equal(shown(odd.promise(at('2026-11-24 13:48'), 120)), '2026-11-26 08:15', 'no quarter before closing');
    const short = createWorkingTime({ ...USUAL, hours: { tue: ['08:01', '08:14'] } });
    assert.equal(shown(short.promise(at('2026-11-24 08:02'), 5)), '2026-11-24 08:07', 'no quarter at all');
  });

  it('counts days to closing time, excluding the first day', () => {
    assert.equal(shown(time.addDays(at('2026-11-24 07:00'), 1)), '2026-11-25 16:00');
    assert.equal(shown(time.addDays(at('2026-11-26 23:00'), 1)), '2026-11-27 14:00');
    assert.equal(shown(time.addDays(at('2026-11-28 12:00'), 1)), '2026-11-30 16:00');
    assert.equal(shown(time.addDays(at('2026-11-24 10:00'), 10)), '2026-12-08 16:00');
  });

  it('knows Danish public holidays and the closed days', () => {
    const closed = [
      '2026-04-02',
      '2026-04-03',
      '2026-04-06',
      '2026-05-14',
      '2026-05-25',
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
      '2027-01-01',
    ];
    for (const day of closed) assert.equal(time.isWorkingDay(day), false, day);
    // Mere observances, and Store Bededag, which was a public holiday up to 2023.
    for (const day of ['2026-05-01', '2026-06-05', '2024-04-26', '2026-05-01', '2027-12-24'])
      assert.equal(time.isWorkingDay(day), true, day);
    assert.equal(time.isWorkingDay('2023-05-05'), false);
    assert.equal(shown(time.addMinutes(at('2026-12-23 15:00'), 120)), '2026-12-28 09:00');
  });

  it('accepts only a date as a working day', () => {
    assert.equal(time.isWorkingDay('2026-11-24'), true);
    for (const day of ['', '2026-11-31', '2026-W48-2', '24-11-2026', '2026-11-24T10:00'])
      assert.equal(time.isWorkingDay(day), false, day);
  });

  it('uses the local date of the organisation, not of the machine', () => {
    assert.equal(time.localDate(new Date('2026-11-24T23:30:00Z')), '2026-11-25');
    assert.equal(time.localDate(new Date('2026-07-01T21:59:00Z')), '2026-07-01');
  });

  it('keeps the wall clock when summer time begins and ends', () => {
    assert.equal(time.addMinutes(new Date('2026-03-27T12:30:00Z'), 60).toISOString(), '2026-03-30T06:30:00.000Z');
    assert.equal(time.addMinutes(new Date('2026-10-23T11:30:00Z'), 60).toISOString(), '2026-10-26T07:30:00.000Z');
  });

  it('ends the day correctly where the hour before midnight is skipped', () => {
    const nuuk = createWorkingTime({ timeZone: 'America/Nuuk', hours: { sat: ['22:00', '23:30'] }, closedDays: [] });
    const end = nuuk.addDays(new Date('2026-03-27T12:00:00Z'), 1);
    assert.equal(end.toISOString(), '2026-03-29T01:00:00.000Z');
    assert.equal(nuuk.localDate(new Date(end.getTime() - 1)), '2026-03-28');
    assert.ok(!nuuk.isOpen(end) && nuuk.isOpen(new Date(end.getTime() - 1)));
  });

  it('counts the real hours on days when the clock changes', () => {
    const allDay = createWorkingTime({ ...USUAL, hours: { sun: ['00:00', '06:00'] } });
    const length = (day: string) => allDay.minutesBetween(allDay.at(day, '00:00'), allDay.at(day, '12:00')) / 60;
    assert.equal(length('2026-03-22'), 6);
    assert.equal(length('2026-03-29'), 5);
    assert.equal(length('2026-10-25'), 7);
    const skipped = createWorkingTime({ ...USUAL, hours: { sun: ['02:30', '03:00'] } });
    assert.equal(skipped.isWorkingDay('2026-03-29'), false);
    assert.equal(skipped.isWorkingDay('2026-03-22'), true);
  });

  it('counts working minutes between two moments', () => {
    assert.equal(time.minutesBetween(at('2026-11-24 15:30'), at('2026-11-25 08:15')), 45);
    assert.equal(time.minutesBetween(at('2026-11-27 14:00'), at('2026-11-30 08:00')), 0);
    assert.equal(time.minutesBetween(at('2026-11-23 00:00'), at('2026-11-30 00:00')), (4 * 8 + 6) * 60);
    assert.equal(time.minutesBetween(at('2026-11-25 12:00'), at('2026-11-24 12:00')), 0);
  });

  it('gives up, and does not look for ever', () => {
    const days = Array.from({ length: 1200 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10));
    const shut = createWorkingTime({ ...USUAL, closedDays: days });
    assert.throws(() => shut.nextOpen(at('2026-01-05 10:00')), /no open hours for two years/);
    assert.throws(() => shut.addMinutes(at('2026-01-05 10:00'), 1), RangeError);
    assert.throws(() => createWorkingTime({ ...USUAL, hours: {} }).addDays(at('2026-01-05 10:00'), 1), RangeError);
  });

  it('rejects invalid amounts and invalid dates', () => {
    for (const amount of [-1, 1e12, Number.NaN, Number.POSITIVE_INFINITY])
      assert.throws(() => time.addMinutes(at('2026-11-24 10:00'), amount), RangeError);
    for (const days of [0, 1e12]) assert.throws(() => time.addDays(at('2026-11-24 10:00'), days), RangeError);
    assert.throws(() => time.isOpen(new Date(Number.NaN)), RangeError);
  });

  describe('for any opening hours', () => {
    const clock = fc
      .integer({ min: 0, max: 23 * 60 + 59 })
      .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
    const hours = fc.tuple(clock, clock).filter(([from, to]) => from < to);
    const anyHours = fc
      .record(
        { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
        { requiredKeys: [] },
      )
      .filter((days) => Object.keys(days).length > 0);
    const organisation = fc.record({
      timeZone: fc.constantFrom('Europe/Copenhagen', 'America/Nuuk', 'Atlantic/Faroe', 'UTC', 'Pacific/Apia'),
      hours: anyHours,
      closedDays: fc.array(fc.constantFrom('2026-03-30', '2026-10-26', '2026-11-24'), { maxLength: 3 }),
    });
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const minutes = fc.integer({ min: 0, max: 5000 });

    it('adding minutes and counting them agree', () => {
      fc.assert(
        fc.property(organisation, moment, minutes, (o, start, amount) => {
          const own = createWorkingTime(o);
          const end = own.addMinutes(start, amount);
          assert.ok(end >= start);
          assert.equal(own.minutesBetween(start, end), amount);
        }),
      );
    });

    it('results lie within opening hours, or exactly at closing time', () => {
      fc.assert(
        fc.property(organisation, moment, minutes, (o, start, amount) => {
          const own = createWorkingTime(o);
          const end = own.addMinutes(start, amount);
          assert.ok(own.isOpen(end) || own.isOpen(new Date(end.getTime() - 1)));
          const open = own.nextOpen(start);
          assert.ok(own.isOpen(open));
          assert.equal(own.minutesBetween(start, open), 0);
        }),
      );
    });

    it('adding in one step and in two steps give the same result', () => {
      fc.assert(
        fc.property(organisation, moment, minutes, minutes, (o, start, a, b) => {
          const own = createWorkingTime(o);
          // One result may be closing time and the other the next opening; no working time lies between them.
          const [oneStep, twoSteps] = [own.addMinutes(start, a + b), own.addMinutes(own.addMinutes(start, a), b)];
          assert.equal(own.minutesBetween(oneStep, twoSteps), 0);
          assert.equal(own.minutesBetween(twoSteps, oneStep), 0);
        }),
      );
    });

    it('the n-th working day ends n working days later', () => {
      fc.assert(
        fc.property(organisation, moment, fc.integer({ min: 1, max: 12 }), (o, start, days) => {
          const own = createWorkingTime(o);
          const end = own.addDays(start, days);
          assert.ok(!own.isOpen(end) && own.isOpen(new Date(end.getTime() - 1)));
          const passed = new Set<string>();
          for (let day = start.getTime(); day <= end.getTime(); day += 6 * 3_600_000) {
            const date = own.localDate(new Date(day));
            if (date > own.localDate(start) && own.isWorkingDay(date)) passed.add(date);
          }
          passed.add(own.localDate(new Date(end.getTime() - 1)));
          assert.equal(passed.size, days);
        }),
      );
    });
  });
});
