import assert from 'node:assert/strict';
import { textsOfWeek } from '../../bot/nudges/choose-text.ts';
import type { Reaction } from '../../bot/nudges/nudge-record.ts';
import { type Had, planPerson } from '../../bot/nudges/plan-person.ts';
import { principleOf } from '../../bot/nudges/principle-of-week.ts';
import { NO_WISHES, type Wishes } from '../../bot/nudges/reader.ts';
import type { Run } from '../../bot/nudges/run.ts';
import { openingOf } from '../../bot/nudges/slot.ts';
import { numberOf, type Week, weekAfter, weeksBetween } from '../../bot/time/iso-week.ts';
import { PRINCIPLES } from '../../bot/words.ts';
import { aPerson, workingTime as time } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

const { nudges: library, fieldOf } = content;
const person = aPerson('mette', { unit: 'Borgerservice' });

type Got = { week: Week; message: string; text: string | null; at: Date };
type Year = {
  wishes?(week: Week): Partial<Wishes>;
  reacts?(week: Week): Reaction['kind'] | null;
  from?: Week;
  weeks?: number;
};

/** One person's year as the weekly runs plan it; every planned message is delivered when due. */
const live = ({ wishes = () => ({}), reacts = () => 'will-try', from = '2026-W49', weeks = 53 }: Year): Got[] => {
  const welcomed = new Date('2026-11-24T09:00:00.000Z');
  const place = { platform: 'sandbox', message: 'm' } as const;
  const had: Had[] = [
    { week: '2026-W48', message: 'welcome', text: null, before: [], sent: { at: welcomed, ...place }, reactions: [] },
  ];
  const texts: Run['texts'][] = [];
  const got: Got[] = [];
  for (let n = 0, week = from; n < weeks; n++, week = weekAfter(week)) {
    const now = openingOf(week, time);
    if (now === null) continue;
    const ofWeek = textsOfWeek(library, principleOf(week), texts, []);
    texts.push(ofWeek);
    const planned = planPerson(person, { ...NO_WISHES, ...wishes(week) }, had, {
      week,
      run: { texts: ofWeek, skipped: [] },
      fieldOf,
      library,
      now,
      time,
    });
    if (typeof planned === 'string') continue;
    const { message, text, notBefore: at } = planned;
    const kind = reacts(week);
    const reactions = kind === null ? [] : [{ kind, at, text: null, answer: null }];
    had.push({ week, message, text, before: [], sent: { at, ...place }, reactions });
    got.push({ week, message, text, at });
  }
  return got;
};

const of = (message: string) => (one: Got) => one.message === message;
const dayOf = ({ at }: Pick<Got, 'at'>) => time.localDate(at);

describe('a year of the weekly principle', () => {
  it('brings a field its own texts all the year, and never only those', () => {
    const own = new Set<string>(library.filter(({ field }) => field === fieldOf(person)).map(({ id }) => id));
    const year = live({ weeks: 52 })
      .filter(of('nudge'))
      .map(({ text }) => text !== null && own.has(text));
    for (const half of [year.slice(0, 26), year.slice(26)]) {
      const many = half.filter((isOwn) => isOwn).length;
      assert.ok(many >= 5 && many <= half.length / 2, `${many} of ${half.length}`);
    }
  });

  it('follows the ISO week: any six consecutive weeks have all six principles, even across New Year', () => {
    for (let week: Week = '2026-W40'; week < '2028-W10'; week = weekAfter(week)) {
      const six = Array.from({ length: 6 }, (_, ahead) => principleOf(weekAfter(week, ahead)));
      assert.deepEqual([...new Set(six)].sort(), [...PRINCIPLES].sort(), week);
    }
  });

  it('brings one nudge a week, on the week’s principle, and none twice', () => {
    const year = live({});
    assert.equal(new Set(year.map(({ week }) => week)).size, year.length);
    const texts = year.filter(of('nudge')).map(({ week, text }) => {
      assert.equal(library.find(({ id }) => id === text)?.principle, principleOf(week), week);
      return text;
    });
    assert.ok(texts.length > 40, String(texts.length));
    assert.equal(new Set(texts).size, texts.length);
  });

  it('repeats no nudge before all fitting ones are used', () => {
    const texts = live({ weeks: 250 })
      .filter(of('nudge'))
      .map(({ week, text }) => ({ principle: principleOf(week), text }));
    for (const principle of PRINCIPLES) {
      const own = texts.filter((one) => one.principle === principle).map(({ text }) => text);
      const fits = library.filter(
        (nudge) => nudge.principle === principle && ['all', 'administration'].includes(nudge.field),
      );
      assert.ok(own.length > fits.length, `${principle}: the library was used up`);
      assert.equal(new Set(own.slice(0, fits.length)).size, fits.length, principle);
      assert.equal(new Set(own).size, fits.length, principle);
    }
  });

  it('comes on Mondays at nine, at least a week after the welcome is delivered', () => {
    const [first, second] = live({});
    // Welcomed on a Tuesday at ten: the first allowed time is a week later at ten.
    assert.equal(first?.at.toISOString(), '2026-12-01T09:00:00.000Z');
    assert.equal(second?.at.toISOString(), '2026-12-07T08:00:00.000Z');
  });

  it('comes on the next working day when Monday is a holiday, and at nine across daylight saving', () => {
    const at = new Map(live({}).map((one) => [one.week, one.at.toISOString()]));
    // Easter Monday and Whit Monday 2027; clocks go forward on 28 March.
    assert.equal(at.get('2027-W13'), '2027-03-30T07:00:00.000Z');
    assert.equal(at.get('2027-W20'), '2027-05-18T07:00:00.000Z');
    assert.equal(at.get('2027-W10'), '2027-03-08T08:00:00.000Z');
    assert.equal(at.get('2027-W44'), '2027-11-01T08:00:00.000Z');
  });

  it('respects a wish from the week it is made', () => {
    const year = live({
      wishes: (week) => {
        if (week < '2027-W05') return {};
        if (week < '2027-W09') return { pausedUntil: '2027-02-28' };
        const own = { weekday: 'thu', hour: '13:30' } as const;
        return week < '2027-W30' ? own : { ...own, stoppedAt: new Date('2027-07-26T08:00:00.000Z') };
      },
    });
    const weeks = year.map(({ week }) => week);
    for (const paused of ['2027-W05', '2027-W08'] as const) assert.ok(!weeks.includes(paused), paused);
    assert.ok(weeks.includes('2027-W09'));
    assert.equal(weeks.at(-1), '2027-W29');
    const thursdays = year.filter(({ week }) => week >= '2027-W09');
    // Maundy Thursday and Ascension Day are holidays: use the day after, or the last working day of the week.
    const days = thursdays.map((one) => ({ day: one.at.getUTCDay(), on: dayOf(one) }));
    assert.deepEqual(
      days.filter(({ day }) => day !== 4).map(({ on }) => on),
      ['2027-03-24', '2027-05-07'],
    );
    for (const { at } of thursdays) assert.equal(time.at(time.localDate(at), '13:30').toISOString(), at.toISOString());
  });

  it('asks the quarterly question once in each quarter', () => {
    const asked = live({}).filter(of('quarterly'));
    assert.equal(asked.length, 4);
    assert.equal(new Set(asked.map(({ week }) => Math.ceil(numberOf(week) / 13))).size, 4);
  });

  it('asks once after six weeks without a press, and then comes monthly', () => {
    const year = live({ reacts: () => null });
    assert.deepEqual(
      year.slice(0, 7).map(({ message }) => message),
      [...Array.from({ length: 6 }, () => 'nudge'), 'silence'],
    );
    assert.equal(year.filter(of('silence')).length, 1);
    const after = year.slice(6).map(({ week }) => week);
    assert.ok(after.length > 8);
    for (const [n, week] of after.slice(1).entries()) assert.equal(weeksBetween(after[n] ?? week, week), 4, week);
    assert.equal(year.filter(of('quarterly')).length, 4, 'the question comes then, too');
  });

  it('comes weekly again when the person asks for it', () => {
    const year = live({
      reacts: (week) => (week >= '2027-W20' ? 'will-try' : null),
      wishes: (week) => (week >= '2027-W20' ? { wantedIn: '2027-W19' } : {}),
    });
    const weeks = year.map(({ week }) => week).filter((week) => week >= '2027-W20');
    for (const [n, week] of weeks.slice(1).entries()) assert.equal(weeksBetween(weeks[n] ?? week, week), 1, week);
    assert.equal(year.filter(of('silence')).length, 1);
  });
});
