import assert from 'node:assert/strict';
import { calendarLink, calendarRoute } from '../../adapters/web/calendar.ts';
import { createSigner } from '../../adapters/web/signed.ts';
import type { Case, Turn } from '../../bot/cases/case.ts';
import type { Cases } from '../../bot/cases/port.ts';
import type { People } from '../../bot/people/port.ts';
import { AGENT, ASKER, aCase, aPerson, masked, TUESDAY } from '../support/fixtures/builders.ts';

const signer = createSigner('a secret of the test, long enough', []);
const link = calendarLink(signer, () => 'https://sammen.test');
const PEOPLE = [aPerson(ASKER, { name: 'Anna Prøve' }), aPerson(AGENT, { name: 'Bo Prøve' })];

const talkAt = (start: string | null): Turn => ({
  by: 'agent',
  who: AGENT,
  at: TUESDAY,
  kind: 'talk',
  text: masked(''),
  talk: { start: start === null ? null : new Date(start), minutes: 30, place: masked('Kantinen') },
});

/** The lines of the calendar file that this turn's card links to, or the status of a refusal. */
const fileOf = async (c: Case, turn: number): Promise<string[] | number> => {
  const unused = () => assert.fail('not used here');
  const cases: Pick<Cases, 'get'> = { get: async () => c };
  const get: People['get'] = async (id) => PEOPLE.find(({ _id }) => _id === id) ?? null;
  const { handle } = calendarRoute(signer, { cases, people: { get } });
  const file = link(c._id, turn).split('/').at(-1) ?? '';
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
    return answer.kind === 'file' ? String(answer.body).split('\r\n') : 0;
  } catch (error) {
    return (error as { status: number }).status;
  }
};

const assertLines = (lines: string[] | number, ...expected: string[]): void => {
  assert.ok(Array.isArray(lines), String(lines));
  for (const line of expected) assert.ok(lines.includes(line), `${line} in\n${lines.join('\n')}`);
};

describe('the calendar file of a talk', () => {
  const first = talkAt('2026-12-15T12:30:00Z');
  const moved = talkAt('2026-12-16T09:00:00Z');

  it('is one entry, however often the talk moves, and the same from every card', async () => {
    assertLines(
      await fileOf(aCase('active', { turns: [first] }), 0),
      'UID:case-1@sammen',
      'DTSTART:20261215T123000Z',
      'SEQUENCE:0',
    );
    const between: Turn = { by: 'asker', who: ASKER, at: TUESDAY, kind: 'reply', text: masked('Fint') };
    const c = aCase('active', { turns: [first, between, moved] });
    for (const turn of [0, 2]) {
      assertLines(
        await fileOf(c, turn),
        'UID:case-1@sammen',
        'DTSTART:20261216T090000Z',
        'SEQUENCE:1',
        'LOCATION:Kantinen',
      );
      assertLines(await fileOf(c, turn), 'SUMMARY:Sparring om sag 42 · Anna Prøve · Bo Prøve');
    }
  });

  it('cancels the talk once the case is withdrawn or reassigned', async () => {
    for (const c of [
      aCase('withdrawn', { turns: [first, moved] }),
      aCase('active', { turns: [first, moved], turnsFrom: 2 }),
      aCase('waiting', { turns: [first, moved], turnsFrom: 2, agent: null }),
    ]) {
      const lines = await fileOf(c, 0);
      assertLines(
        lines,
        'METHOD:CANCEL',
        'STATUS:CANCELLED',
        'UID:case-1@sammen',
        'SEQUENCE:2',
        'SUMMARY:Sparring om sag 42',
      );
    }
    assertLines(await fileOf(aCase('closed', { turns: [first] }), 0), 'METHOD:PUBLISH', 'SEQUENCE:0');
  });

  it('publishes a new time after the case was reassigned, with a higher sequence than the cancelled talk', async () => {
    assertLines(
      await fileOf(aCase('active', { turns: [first, moved], turnsFrom: 1 }), 1),
      'SEQUENCE:1',
      'METHOD:PUBLISH',
    );
  });

  it('does not exist for a talk without a time, nor while the asker is anonymous', async () => {
    assert.equal(await fileOf(aCase('active', { turns: [talkAt(null)] }), 0), 404);
    assert.equal(await fileOf(aCase('active', { turns: [first], anonymous: true }), 0), 404);
  });
});
