import assert from 'node:assert/strict';
import { type Carrier, carrierOf } from '../../bot/cases/carry-words.ts';
import type { Case, CaseState } from '../../bot/cases/case.ts';
import { partOf } from '../../bot/cases/part.ts';
import { refusalFor } from '../../bot/cases/rules.ts';
import type { Turn } from '../../bot/cases/turn.ts';
import type { Person } from '../../bot/people/person.ts';
import { isNod, isYes } from '../../bot/talk/short-answers.ts';
import { DAY, HOUR } from '../../bot/time/units.ts';
import { refusalOf } from '../support/assertions/refusal-of.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import { AGENT, ASKER, aCase, anAgent, aPerson, masked, TUESDAY } from '../support/fixtures/builders.ts';

const PEOPLE = { asker: aPerson('asker'), agent: anAgent('agent') } as const;
const NOBODY = new Set<never>();

const said = (by: Turn['by'], text: string, more: Partial<Turn> = {}): Turn => ({
  by,
  who: by === 'asker' ? ASKER : AGENT,
  at: TUESDAY,
  kind: 'reply',
  text: masked(text),
  ...more,
});
const asksToTalk = (by: Turn['by'], hours = 24): Turn =>
  said(by, '', { kind: 'talk', talk: { start: new Date(TUESDAY.getTime() + hours * HOUR), minutes: 30, place: null } });

/** The states of a talk: whether the asker has written, and whether a talk was proposed. */
const TALKS: Readonly<Record<string, [CaseState, readonly Turn[], days?: number]>> = {
  waiting: ['waiting', []],
  'just taken': ['active', []],
  'asked back': ['active', [said('agent', 'Hvem er de?', { kind: 'ask-back' })]],
  'written back': ['active', [said('agent', 'Hvem er de?', { kind: 'ask-back' }), said('asker', 'Naboerne.')]],
  'a talk from the agent': ['active', [asksToTalk('agent')]],
  'a talk from the asker': ['active', [said('agent', 'Hvem?'), asksToTalk('asker')]],
  'a talk, then a question': ['active', [asksToTalk('agent'), said('agent', 'Er I to?')]],
  'a talk that is over': ['active', [asksToTalk('agent', -24)]],
  answered: ['answered', [said('agent', 'Inviter dem.', { kind: 'answer' })]],
  'closed 29 days ago': ['closed', [said('agent', 'Inviter dem.', { kind: 'answer' })], 29],
  'closed 31 days ago': ['closed', [said('agent', 'Inviter dem.', { kind: 'answer' })], 31],
};

const KINDS = { question: 'Hvornår skal det være klar?', yes: 'ja tak', thanks: 'tusind tak', nod: 'ok' } as const;
type Row = [question: Carrier | '–', yes: Carrier | '–', thanks: Carrier | '–', nod: Carrier | '–'];
const all = (carrier: Carrier | '–'): Row => [carrier, carrier, carrier, carrier];

/** What each kind of text becomes; "–" where the person may not write. */
const TABLE: Readonly<Record<string, { asker: Row; agent: Row }>> = {
  waiting: { asker: all('reply'), agent: all('–') },
  'just taken': { asker: all('reply'), agent: all('ask-back') },
  'asked back': { asker: all('reply'), agent: all('ask-back') },
  'written back': { asker: all('reply'), agent: all('reply') },
  'a talk from the agent': { asker: ['reply', 'accept-talk', 'reply', 'accept-talk'], agent: all('ask-back') },
  'a talk from the asker': { asker: all('reply'), agent: ['reply', 'accept-talk', 'reply', 'accept-talk'] },
  'a talk, then a question': { asker: all('reply'), agent: all('ask-back') },
  'a talk that is over': { asker: all('reply'), agent: all('ask-back') },
  answered: { asker: ['reply', 'reply', 'thank', 'thank'], agent: all('ask-back') },
  'closed 29 days ago': { asker: ['reply', 'reply', 'thank', 'thank'], agent: all('–') },
  'closed 31 days ago': { asker: all('–'), agent: all('–') },
};

const caseIn = (name: string): Case => {
  const [state, turns, days = 0] = TALKS[name] ?? assert.fail(name);
  return aCase(state, { turns: [...turns], closedAt: days === 0 ? null : new Date(TUESDAY.getTime() - days * DAY) });
};

describe('words from the chat, in every state of a talk,', () => {
  for (const [name, rows] of Object.entries(TABLE))
    for (const side of ['asker', 'agent'] as const)
      it(`are carried as the table says: ${name}, from the ${side}`, () => {
        const c = caseIn(name);
        const part = partOf(c, PEOPLE[side] satisfies Person, NOBODY);
        const row = Object.values(KINDS).map((text) => {
          if (part !== side || refusalFor(c, 'reply', part, TUESDAY) !== null) return '–';
          const verb = carrierOf({ case: c, part }, text, TUESDAY);
          assert.equal(refusalFor(c, verb, part, TUESDAY), null, `${verb} is allowed`);
          return verb;
        });
        assert.deepEqual(row, rows[side]);
      });
});

describe('accept-talk', () => {
  const accept = (c: Case, side: 'asker' | 'agent') => actOn(c, PEOPLE[side], { verb: 'accept-talk', case: c._id });
  const refusal = (c: Case, side: 'asker' | 'agent') => refusalOf(() => accept(c, side))?.code ?? 'none';

  it('is for the side that did not propose the talk, until it is over', () => {
    for (const by of ['asker', 'agent'] as const) {
      const other = by === 'asker' ? 'agent' : 'asker';
      const c = aCase('active', { turns: [asksToTalk(by)] });
      assert.deepEqual([refusal(c, by), refusal(c, other)], ['no-talk', 'none']);
      assert.equal(refusal(aCase('active', { turns: [asksToTalk(by, -2)] }), other), 'no-talk');
    }
  });

  it('waits for an anonymous asker to say who they are', () => {
    assert.equal(refusal(aCase('active', { anonymous: true, turns: [asksToTalk('agent')] }), 'asker'), 'reveal-first');
  });

  it('tells the other side, leaves the next word to the agent, and is done once', () => {
    const c = aCase('active', { turns: [asksToTalk('agent')] });
    const agreed = accept(c, 'asker');
    assert.deepEqual([agreed.turns.at(-1)?.kind, agreed.turnOf], ['talk-accepted', 'agent']);
    assert.ok(agreed.owes.some(({ to, manner }) => to === AGENT && manner === 'ping'));
    assert.equal(refusal(agreed, 'asker'), 'talk-agreed');
  });

  it('answers the newest proposal only', () => {
    const c = aCase('active', { turns: [asksToTalk('agent'), asksToTalk('asker')] });
    assert.deepEqual([refusal(c, 'asker'), refusal(c, 'agent')], ['no-talk', 'none']);
  });
});

describe('a short answer', () => {
  it('is a yes when it says yes and nothing else', () => {
    for (const text of [
      'ja',
      'Ja!',
      'ja tak',
      'Det passer fint.',
      'fint, vi ses',
      '👍',
      'yes, that works',
      'Sounds good, thanks',
      'Jo, gerne',
    ])
      assert.ok(isYes(text), text);
    for (const text of [
      'nej',
      'tak',
      'ja, men ikke torsdag',
      'ok?',
      'ja hvis Jonas kommer',
      'vi ses',
      '',
      'it works',
      'ja fredag',
    ])
      assert.ok(!isYes(text), text);
  });

  it('is a nod when it asks for nothing', () => {
    for (const text of ['ok', 'Fint, tak', '👌', 'Modtaget', 'got it']) assert.ok(isNod(text), text);
    for (const text of ['ja', 'ok?', 'ok, men hvornår', 'nej']) assert.ok(!isNod(text), text);
  });
});
