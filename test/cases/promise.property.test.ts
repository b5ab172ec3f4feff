import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Case } from '../../bot/cases/case.ts';
import { tickOffers } from '../../bot/cases/clockwork.ts';
import { nextDue } from '../../bot/cases/due.ts';
import { draftNotice } from '../../bot/drafts/draft-view.ts';
import { openCase } from '../../bot/drafts/open-case.ts';
import { MINUTE, WEEK } from '../../bot/time/units.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';
import { aDraft, aPerson, aStanding, circumstancesAt, masked } from '../support/fixtures/builders.ts';

const QUARTER = 15 * MINUTE;

/** Opening hours on any minute, on some weekdays, in zones with and without odd offsets. */
const clockTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const dayHours = fc
  .tuple(clockTime, clockTime)
  .map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]))
  .filter(([from, to]) => from !== to);
const organisation = fc.record({
  timeZone: fc.constantFrom('Europe/Copenhagen', 'America/Nuuk', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'),
  hours: fc
    .record({ mon: dayHours, tue: dayHours, wed: dayHours, thu: dayHours, fri: dayHours }, { requiredKeys: [] })
    .filter((hours) => Object.keys(hours).length > 0),
  closedDays: fc.uniqueArray(
    fc.constantFrom('2026-11-30', '2026-12-01', '2026-12-02', '2026-12-24', '2027-03-29', '2027-10-29'),
  ),
  promiseHours: fc.double({ min: 0.1, max: 30, noNaN: true }),
  promiseTodayHours: fc.double({ min: 0.1, max: 4, noNaN: true }),
  offerMinutes: fc.record({ normal: fc.integer({ min: 1, max: 500 }), today: fc.integer({ min: 1, max: 60 }) }),
});
const moment = fc.date({
  min: new Date('2026-11-20T00:00:00Z'),
  max: new Date('2027-11-20T00:00:00Z'),
  noInvalidDate: true,
});

/** Every quarter of the local clock, counted from midnight, in a way that shares nothing with the code. */
const isQuarter = (at: Date, timeZone: string): boolean => {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  return local.minute % 15 === 0 && local.second === 0 && local.millisecond === 0;
};

describe('a promised moment', () => {
  it('is the first quarter of an hour that is not before the rule’s, in working hours or on closing time', () => {
    fc.assert(
      fc.property(organisation, moment, (of, now) => {
        const time = createWorkingTime(of);
        const rule = time.addMinutes(now, of.promiseHours * 60);
        const promised = time.promise(now, of.promiseHours * 60);
        const isPossible = (at: Date) => time.isOpen(at) || time.isOpen(new Date(at.getTime() - 1));
        assert.ok(promised >= rule, 'nobody is promised less time than the rule gives');
        assert.ok(isPossible(promised), 'and the time to write is working time');
        let first = Math.ceil(rule.getTime() / QUARTER) * QUARTER;
        for (const end = first + 5 * WEEK; first < end && !isPossible(new Date(first)); ) first += QUARTER;
        // Hours so short that no quarter lies in them: then the exact moment is promised.
        const expected = isPossible(new Date(first)) ? first : rule.getTime();
        assert.equal(promised.toISOString(), new Date(expected).toISOString());
        assert.ok(expected !== first || isQuarter(promised, of.timeZone));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same on the preview, in the case, on the offer and for the clock, which acts on it and not before', () => {
    fc.assert(
      fc.property(organisation, moment, fc.boolean(), (of, now, today) => {
        const context = { now, time: createWorkingTime(of), organisation: of };
        const preview = draftNotice(aDraft(), {
          ...context,
          canPromise: true,
          agents: [],
          addressees: [],
          stories: [],
          sent: null,
          writer: aPerson('asker'),
          knows: () => true,
          warn: () => null,
        });
        const c: Case = openCase(
          aDraft(),
          aPerson('asker'),
          { text: masked('?'), principle: 'lytter-foerst', topic: 'borgerdialog', anonymous: 'no', today },
          42,
          circumstancesAt({ ...context, agents: [aStanding('agent')] }),
        );
        const shown = preview.kind === 'draft' ? preview.view : assert.fail();
        assert.deepEqual(c.promisedAt, today ? shown.promised?.todayAt : shown.promised?.at);
        const until = c.offers[0]?.until ?? assert.fail();
        assert.deepEqual(until, context.time.promise(now, of.offerMinutes[today ? 'today' : 'normal']));
        for (const acted of [c.promisedAt, until]) {
          // Nobody is being asked, and everybody was told: only the promise is left.
          const alone = { offers: [], sharing: 'asked', waitRemindedAt: now, humanToldAt: now } as const;
          const waiting: Case = acted === until ? c : { ...c, ...alone, offers: [] };
          assert.deepEqual(
            nextDue(waiting, context.time),
            acted === until && until > c.promisedAt ? c.promisedAt : acted,
          );
          const tick = (at: Date) => tickOffers(waiting, circumstancesAt({ ...context, now: at }))?.did ?? null;
          const before = tick(new Date(acted.getTime() - 1));
          assert.ok(before === null || acted > c.promisedAt, 'not a moment before what was said');
          assert.equal(tick(acted), acted === until ? 'moved-on' : 'promise-missed');
        }
      }),
      { numRuns: 100 },
    );
  });
});
