import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textsOfWeek } from '../../bot/nudges/choose-text.ts';
import { nextNudge } from '../../bot/nudges/next-nudge.ts';
import { type Had, planPerson } from '../../bot/nudges/plan-person.ts';
import { principleOf } from '../../bot/nudges/principle-of-week.ts';
import { NO_WISHES, type Wishes } from '../../bot/nudges/reader.ts';
import { openingOf } from '../../bot/nudges/slot.ts';
import { weekAfter, weekOf } from '../../bot/time/iso-week.ts';
import { WEEKDAYS } from '../../bot/words.ts';
import { aPerson, workingTime as time } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

const { nudges: library, fieldOf } = content;
const person = aPerson('mette', { unit: 'Borgerservice' });
const WEEKS = 20;

const welcomedAt = (at: Date): Had => ({
  week: weekOf(time.localDate(at)),
  message: 'welcome',
  text: null,
  before: [],
  sent: { at },
  reactions: [],
});

/** The time of the first nudge, found by planning the weeks after the welcome. */
const broughtAt = (welcome: Had, wishes: Wishes): Date | null => {
  let { week } = welcome;
  for (let n = 0; n < WEEKS; n++, week = weekAfter(week)) {
    const now = openingOf(week, time);
    if (now === null || now < (welcome.sent?.at ?? now)) continue;
    const texts = textsOfWeek(library, principleOf(week), [], []);
    const planned = planPerson(person, wishes, [welcome], {
      week,
      run: { texts, skipped: [] },
      fieldOf,
      library,
      now,
      time,
    });
    if (typeof planned !== 'string') return planned.notBefore;
  }
  return null;
};

const saidBy = (welcome: Had, wishes: Wishes): Date | null =>
  nextNudge({ wishes, had: [welcome], runs: new Map(), waiting: null }, welcome.sent?.at ?? assert.fail(), time);

describe('the first nudge', () => {
  it('comes when the welcome announced it, whatever the time of the welcome and the person’s wishes', () => {
    const moment = fc.date({
      min: new Date('2026-01-05T07:00Z'),
      max: new Date('2027-12-20T15:00Z'),
      noInvalidDate: true,
    });
    const wishes = fc.record({
      weekday: fc.option(fc.constantFrom(...WEEKDAYS.slice(0, 5))),
      hour: fc.option(fc.constantFrom('08:00', '09:00', '11:30', '13:45', '15:30')),
      pausedUntil: fc.option(fc.constantFrom('2026-06-01', '2026-12-24', '2027-02-01')),
    });
    fc.assert(
      fc.property(moment, wishes, (at, wished) => {
        const all: Wishes = { ...NO_WISHES, ...wished };
        const welcome = welcomedAt(time.nextOpen(at));
        const brought = broughtAt(welcome, all);
        fc.pre(brought !== null);
        assert.deepEqual(saidBy(welcome, all), brought);
      }),
      { numRuns: 300 },
    );
  });

  it('comes a week later when the welcome was on a Monday just after nine', () => {
    const welcome = welcomedAt(new Date('2026-12-07T08:00:10Z'));
    assert.equal(saidBy(welcome, NO_WISHES)?.toISOString(), '2026-12-14T08:00:10.000Z');
  });
});
