import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { calendarLink, calendarRoute } from '../../adapters/web/calendar.ts';
import { createSigner } from '../../adapters/web/signed.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseCommand, CaseVerb } from '../../bot/cases/command.ts';
import { type GoneCase, goneCaseOf } from '../../bot/cases/gone-case.ts';
import type { Cases } from '../../bot/cases/port.ts';
import type { PersonId } from '../../bot/ids.ts';
import type { People } from '../../bot/people/port.ts';
import { DAY, MINUTE } from '../../bot/time/units.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import {
  AGENT,
  ASKER,
  aCase,
  anAgent,
  aPerson,
  aStanding,
  SEAL,
  TUESDAY,
  words,
} from '../support/fixtures/builders.ts';

const signer = createSigner('a secret of the test, long enough', []);
const link = calendarLink(signer, () => 'https://sammen.test');
const OTHER = anAgent('other', { name: 'Karen Prøve' });
const PEOPLE = [aPerson(ASKER, { name: 'Anna Prøve' }), aPerson(AGENT, { name: 'Bo Prøve' }), OTHER];

/** The calendar file behind this turn's link, as it is sent; or the status of a refusal. */
const rawFileOf = async (
  c: Case,
  turn: number,
  people = PEOPLE,
  now = TUESDAY,
  gone: GoneCase | null = null,
): Promise<string | number> => {
  const unused = () => assert.fail('not used here');
  const cases: Pick<Cases, 'get'> = { get: async () => (gone === null ? c : null) };
  const get: People['get'] = async (id) => people.find(({ _id }) => _id === id) ?? null;
  const { handle } = calendarRoute(signer, {
    cases,
    people: { get },
    goneCases: { goneCase: async () => gone },
    seal: SEAL,
    now: () => now,
  });
  const file = link(c._id, turn, TUESDAY).split('/').at(-1) ?? '';
  try {
    const answer = await handle({
      params: { file },
      query: new URLSearchParams(),
      headers: {},
      remoteAddress: '',
      json: unused,
      form: unused,
    });
    assert.equal(answer.kind, 'file');
    return answer.kind === 'file' ? String(answer.body) : 0;
  } catch (error) {
    return (error as { status: number }).status;
  }
};

/** What a calendar reads in the file. */
const entryOf = async (c: Case, turn = 0, people = PEOPLE) => {
  const file = await rawFileOf(c, turn, people);
  assert.equal(typeof file, 'string', `status ${file}`);
  const calendar = new ICAL.Component(ICAL.parse(String(file)));
  const [event, second] = calendar.getAllSubcomponents('vevent');
  assert.ok(event !== undefined && second === undefined, 'one event');
  const value = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null;
  const { startDate, endDate, sequence, summary, location } = new ICAL.Event(event);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: value('uid'),
    status: value('status'),
    organizer: value('organizer'),
    stamp: value('dtstamp'),
    attendees: event.getAllProperties('attendee').length,
    names: calendar.getAllProperties().length + event.getAllProperties().length,
    start: startDate.toJSDate().toISOString(),
    minutes: (endDate.toJSDate().getTime() - startDate.toJSDate().getTime()) / MINUTE,
    zone: startDate.zone.tzid,
    sequence,
    summary,
    location,
  };
};

type Step = { [V in CaseVerb]: [PersonId, Omit<CaseCommand<V>, 'case'>] }[CaseVerb];

/** Plays steps on a case, a minute apart, as the bot does. */
const played = (c: Case, ...steps: Step[]): Case => {
  let after = c;
  for (const [actor, command] of steps) {
    const now = new Date(TUESDAY.getTime() + (after.turns.length + after.events.length + 1) * MINUTE);
    const person = PEOPLE.find(({ _id }) => _id === actor) ?? assert.fail(actor);
    const whole = { ...command, case: after._id } as CaseCommand<CaseVerb>;
    after = actOn(after, person, whole, { now, agents: [aStanding('other')] });
  }
  return after;
};

const at = (start: string, place = 'Kantinen') =>
  ({ verb: 'talk', start: new Date(start), minutes: 30, place: words(place) }) as const;
const FIRST = at('2026-12-15T12:30:00Z');
const MOVED = at('2026-12-16T09:00:00Z', 'Biblioteket');
const held = aCase('active');
const proposed = played(held, [AGENT, FIRST]);
const agreed = played(proposed, [ASKER, { verb: 'accept-talk' }]);

const FALLS: Readonly<Record<string, Step>> = {
  'the asker calls it off': [ASKER, { verb: 'cancel-talk' }],
  'the agent calls it off': [AGENT, { verb: 'cancel-talk' }],
  'the asker withdraws the case': [ASKER, { verb: 'withdraw-case' }],
  'the asker closes the case': [ASKER, { verb: 'close-case' }],
  'the agent closes the case': [AGENT, { verb: 'close-case' }],
  'the agent gives the case back': [AGENT, { verb: 'give-back', reason: 'not-today' }],
};

describe('the calendar file of a talk', () => {
  it('is one entry from the proposal to the talk, the same from every card', async () => {
    const common = {
      method: 'PUBLISH',
      uid: 'case-1@sammen',
      organizer: 'MAILTO:sammen@sammen.invalid',
      attendees: 0,
      minutes: 30,
      zone: 'UTC',
      summary: 'Sparring om sag 42 · Anna Prøve · Bo Prøve',
    };
    const { stamp, names: _names, ...first } = await entryOf(proposed);
    assert.match(String(stamp), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
    assert.deepEqual(first, {
      ...common,
      status: 'TENTATIVE',
      start: '2026-12-15T12:30:00.000Z',
      sequence: 0,
      location: 'Kantinen',
    });
    const moved = played(agreed, [ASKER, { verb: 'reply', text: words('Jeg er syg.') }], [ASKER, MOVED]);
    for (const turn of [0, 3]) {
      const { stamp: _stamp, names, ...entry } = await entryOf(moved, turn);
      assert.ok(names > 0);
      assert.deepEqual(entry, {
        ...common,
        status: 'TENTATIVE',
        start: '2026-12-16T09:00:00.000Z',
        sequence: 2,
        location: 'Biblioteket',
      });
    }
    const again = await entryOf(played(moved, [AGENT, { verb: 'accept-talk' }]));
    assert.deepEqual([again.status, again.sequence], ['CONFIRMED', 3]);
  });

  it('is raised by a yes', async () => {
    const { status, sequence } = await entryOf(agreed);
    assert.deepEqual([status, sequence], ['CONFIRMED', 1]);
  });

  for (const [name, step] of Object.entries(FALLS))
    it(`is cancelled, without names, when ${name}`, async () => {
      for (const before of [proposed, agreed]) {
        const { method, status, uid, organizer, summary, sequence } = await entryOf(played(before, step));
        assert.deepEqual([method, status, uid], ['CANCEL', 'CANCELLED', 'case-1@sammen']);
        assert.deepEqual([organizer, summary], ['MAILTO:sammen@sammen.invalid', 'Sparring om sag 42']);
        assert.ok(sequence > (await entryOf(before)).sequence);
      }
    });

  it('stands when the case ends after the talk', async () => {
    const over = { ...agreed, state: 'closed', closedAt: new Date('2026-12-15T13:00:00Z') } as const;
    assert.equal((await entryOf(over)).status, 'CONFIRMED');
  });

  it('stands again with a higher number when a new talk is proposed after one was called off', async () => {
    const off = played(agreed, [ASKER, { verb: 'cancel-talk' }]);
    const anew = played(off, [AGENT, MOVED]);
    const { status, sequence, start } = await entryOf(anew);
    assert.deepEqual([status, start], ['TENTATIVE', '2026-12-16T09:00:00.000Z']);
    assert.ok(sequence > (await entryOf(off)).sequence);
  });

  it('stands again when a case that was closed goes on', async () => {
    const closed = played(agreed, [ASKER, { verb: 'close-case' }]);
    const open = await entryOf(played(closed, [ASKER, { verb: 'reopen-case', text: words('Lidt endnu.') }]));
    assert.equal(open.status, 'CONFIRMED');
    assert.ok(open.sequence > (await entryOf(closed)).sequence);
  });

  it('never shows the talk with the next agent to the one before', async () => {
    const next = played(
      agreed,
      [AGENT, { verb: 'give-back', reason: 'not-today' }],
      [OTHER._id, { verb: 'accept-case' }],
      [OTHER._id, MOVED],
    );
    const theirs = await entryOf(next, next.turns.length - 1);
    assert.deepEqual([theirs.status, theirs.location], ['TENTATIVE', 'Biblioteket']);
    const before = await entryOf(next, 0);
    assert.deepEqual([before.status, before.start], ['CANCELLED', '2026-12-15T12:30:00.000Z']);
    assert.equal(before.location, 'Kantinen');
    assert.ok(before.sequence < theirs.sequence);
  });

  it('reads back whatever people are called and type', async () => {
    const hostile = 'Ø,; \\n "x"\r\nATTENDEE:mailto:a\rEND:VEVENT \u2028 😀 '.repeat(8);
    const people = [
      aPerson(ASKER, { name: `Åse ${'Ørsted-Æbelø '.repeat(8)}\r\nUID:evil` }),
      aPerson(AGENT, { name: '👩‍🌾👩‍🌾👩‍🌾 Bo\\;,Bo'.repeat(4) }),
    ];
    const c = played(held, [AGENT, at('2026-12-15T12:30:00Z', hostile)]);
    const { location, summary, uid, attendees } = await entryOf(c, 0, people);
    assert.equal(location, c.turns[0]?.talk?.place?.replace(/[\p{Cc}\u2028]+/gu, ' ').trim());
    assert.ok(summary.includes('Ørsted-Æbelø') && summary.includes('👩‍🌾👩‍🌾👩‍🌾 Bo\\;,Bo'));
    assert.deepEqual([uid, attendees], ['case-1@sammen', 0]);
    const raw = String(await rawFileOf(c, 0, people));
    assert.ok(raw.endsWith('END:VCALENDAR\r\n'));
    assert.doesNotMatch(raw, /[^\r]\n|\r[^\n]/u);
    for (const line of raw.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });

  it('does not exist for a talk without a time, nor while the asker is anonymous', async () => {
    assert.equal(await rawFileOf(played(held, [AGENT, { verb: 'talk' }]), 0), 404);
    assert.equal(await rawFileOf({ ...proposed, anonymous: true }, 0), 404);
    assert.equal(await rawFileOf(proposed, 7), 404);
  });
});

describe('the link to it', () => {
  const later = (from: Date | string, days: number): Date => new Date(new Date(from).getTime() + days * DAY);
  const statusAt = async (c: Case, now: Date, turn = 0): Promise<number | string> => {
    const file = await rawFileOf(c, turn, PEOPLE, now);
    return typeof file === 'number' ? file : (/^STATUS:(.*)\r$/m.exec(file)?.[1] ?? 'none');
  };

  it('works until sixty days after the talk', async () => {
    assert.equal(await statusAt(agreed, later(FIRST.start, 59)), 'CONFIRMED');
    assert.equal(await statusAt(agreed, later(FIRST.start, 61)), 404);
  });

  for (const [name, step] of Object.entries(FALLS))
    it(`says for sixty days that it is off, and then nothing, after ${name}`, async () => {
      const off = played(agreed, step);
      assert.equal(await statusAt(off, later(TUESDAY, 59)), 'CANCELLED');
      assert.equal(await statusAt(off, later(TUESDAY, 61)), 404);
    });

  it('says so on the card of an earlier time, too, when the talk was moved far away', async () => {
    const moved = played(agreed, [ASKER, at('2027-03-01T10:00:00Z')]);
    const closedLate = { ...moved, state: 'closed', closedAt: new Date('2027-02-20T10:00:00Z') } as const;
    for (const turn of [0, 2]) {
      assert.equal(await statusAt(closedLate, new Date('2027-04-15T10:00:00Z'), turn), 'CANCELLED');
      assert.equal(await statusAt(closedLate, new Date('2027-04-25T10:00:00Z'), turn), 404);
    }
  });

  describe('when the case is deleted meanwhile', () => {
    const goneAt = (days: number): Date => later(TUESDAY, days);
    const fileAfter = (c: Case, went: Date, now: Date, turn = 0) =>
      rawFileOf(c, turn, PEOPLE, now, goneCaseOf(c, went));

    for (const [name, step] of Object.entries(FALLS))
      it(`goes on saying that it is off, without the place, after ${name}`, async () => {
        for (const before of [proposed, agreed]) {
          const off = played(before, step);
          const kept = String(await rawFileOf(off, 0));
          const file = String(await fileAfter(off, goneAt(31), goneAt(59)));
          for (const line of ['UID', 'SEQUENCE', 'DTSTART', 'DURATION', 'METHOD', 'STATUS', 'SUMMARY']) {
            const value = (from: string) => new RegExp(`^${line}[:;].*$`, 'm').exec(from)?.[0] ?? assert.fail(line);
            assert.equal(value(file), value(kept));
          }
          assert.doesNotMatch(file, /Kantinen|LOCATION|Anna|Bo Prøve/u);
          assert.equal(await fileAfter(off, goneAt(31), goneAt(61)), 404);
        }
      });

    it('keeps nothing of a talk that stood, had no time, is long off, or was with somebody unnamed', () => {
      const stood = { ...agreed, state: 'closed', closedAt: new Date('2026-12-15T13:00:00Z') } as const;
      const off = played(agreed, [ASKER, { verb: 'withdraw-case' }]);
      for (const c of [stood, played(held, [AGENT, { verb: 'talk' }]), { ...off, anonymous: true }])
        assert.deepEqual(goneCaseOf(c, goneAt(1)), { _id: c._id, number: c.number, at: goneAt(1) });
      assert.equal(goneCaseOf(off, goneAt(61)).calledOff, undefined);
    });

    it('gives each agent the end of their own talk only', async () => {
      const next = played(
        agreed,
        [AGENT, { verb: 'give-back', reason: 'not-today' }],
        [OTHER._id, { verb: 'accept-case' }],
        [OTHER._id, MOVED],
        [ASKER, { verb: 'close-case' }],
      );
      for (const turn of next.turns.keys())
        assert.equal(
          /^DTSTART:.*$/mu.exec(String(await fileAfter(next, goneAt(31), goneAt(40), turn)))?.[0],
          /^DTSTART:.*$/mu.exec(String(await rawFileOf(next, turn, PEOPLE, goneAt(31))))?.[0],
        );
    });
  });
});
