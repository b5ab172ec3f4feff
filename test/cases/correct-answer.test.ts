import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { caseNotice } from '../../bot/cases/case-view.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { partOf } from '../../bot/cases/part.ts';
import { refusalFor } from '../../bot/cases/rules.ts';
import type { Command } from '../../bot/commands.ts';
import { DAY } from '../../bot/time/units.ts';
import { refusalOf } from '../support/assertions/refusal-of.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import { aCase, anAgent, aPerson, aStanding, TUESDAY, words } from '../support/fixtures/builders.ts';
import { viewContextOf } from '../support/fixtures/view-context.ts';

const ID = aCase('answered')._id;
const PEOPLE = { asker: aPerson('asker'), agent: anAgent('agent'), b: anAgent('b') } as const;
type Name = keyof typeof PEOPLE;

const act = (c: Case, name: Name, command: Command<CaseVerb>): Case =>
  actOn(c, PEOPLE[name], command, { agents: [aStanding('agent'), aStanding('b')] });
const correct = (c: Case, text: string, name: Name = 'agent') =>
  act(c, name, { verb: 'correct-answer', case: ID, text: words(text) });

const seen = (c: Case, name: Name) => {
  const context = viewContextOf(PEOPLE[name]._id, (id) => Object.values(PEOPLE).find(({ _id }) => _id === id));
  return caseNotice(c, partOf(c, PEOPLE[name], new Set()), { from: 0 }, context)?.view;
};
const versions = (c: Case, name: Name) => {
  const view = seen(c, name);
  return view !== undefined && 'answerTurn' in view
    ? { now: view.answerTurn?.text, before: view.earlierAnswers.map(({ text }) => text) }
    : null;
};
const told = ({ owes }: Case) => owes.map(({ to, manner, say }) => [manner, to, say.kind === 'case' ? say.why : null]);

describe('correcting an answer', () => {
  it('tells the asker what is new, and leaves state, rating, turn and step as they are', () => {
    const before = aCase('answered', { rating: 'no' });
    const c = correct(before, 'Inviter dem, og ring først.');
    assert.deepEqual(told(c), [
      ['quiet', 'agent', 'changed'],
      ['ping', 'asker', 'corrected'],
    ]);
    const { state, rating, turnOf, step, answer } = before;
    assert.deepEqual([c.state, c.rating, c.turnOf, c.step, c.answer], [state, rating, turnOf, step, answer]);
    assert.deepEqual(
      c.events.map(({ kind }) => kind),
      ['answer-corrected'],
    );
  });

  it('keeps the first version for the two of them, and every one in between', () => {
    const once = correct(aCase('answered'), 'Ring først.');
    const twice = correct(once, 'Ring, og skriv så.');
    for (const name of ['asker', 'agent'] as const) {
      assert.deepEqual(versions(aCase('answered'), name), { now: 'Inviter dem.', before: [] });
      assert.deepEqual(versions(once, name), { now: 'Ring først.', before: ['Inviter dem.'] });
      assert.deepEqual(versions(twice, name), { now: 'Ring, og skriv så.', before: ['Inviter dem.', 'Ring først.'] });
    }
  });

  it('shows neither version to the next agent', () => {
    const silent = { ...correct(aCase('answered'), 'Ring først.'), state: 'active', askedOnAt: TUESDAY } as const;
    const sentOn = act(silent, 'asker', { verb: 'ask-another', case: ID });
    const taken = act(sentOn, 'b', { verb: 'accept-case', case: ID });
    for (const name of ['b', 'agent'] as const) {
      const shown = JSON.stringify(seen(taken, name));
      assert.ok(!shown.includes('Inviter dem') && !shown.includes('Ring først'), shown);
    }
  });

  it('shows a colleague who takes the case over only what it says now, even if the asker shows them all', () => {
    const shown = { ...correct(aCase('answered'), 'Ring først.'), agent: PEOPLE.b._id, turnsFrom: 2, readFrom: 0 };
    const words = JSON.stringify(seen(shown, 'b'));
    assert.ok(words.includes('Ring først') && !words.includes('Inviter dem'), words);
    assert.equal(refusalFor(shown, 'correct-answer', 'agent', TUESDAY), 'nothing-to-correct', 'it is not their answer');
    assert.deepEqual(versions(shown, 'asker'), { now: 'Ring først.', before: ['Inviter dem.'] });
  });

  it('begins anew with a new answer', () => {
    const open = act(correct(aCase('answered'), 'Ring først.'), 'asker', {
      verb: 'reopen-case',
      case: ID,
      text: words('Hvem?'),
    });
    const again = act(open, 'agent', { verb: 'answer-case', case: ID, text: words('Bente.'), outcome: 'advice' });
    assert.deepEqual(versions(again, 'asker'), { now: 'Bente.', before: [] });
  });

  it('changes nothing when the form was sent as it stood', () => {
    const c = correct(aCase('answered'), 'Inviter dem.');
    assert.deepEqual([c.turns.length, c.events, told(c)], [1, [], [['quiet', 'agent', 'changed']]]);
  });

  it('is the agent’s, within thirty days of closing, and needs words', () => {
    assert.equal(refusalOf(() => correct(aCase('answered'), 'Nej.', 'asker'))?.code, 'only-agent');
    assert.equal(refusalOf(() => correct(aCase('answered'), 'x'.repeat(4001)))?.code, 'too-long');
    assert.equal(correct(aCase('answered'), 'x'.repeat(4000)).turns.length, 2);
    const closed = aCase('closed');
    const later = (days: number) => new Date(TUESDAY.getTime() + days * DAY);
    assert.equal(refusalFor(closed, 'correct-answer', 'agent', later(30)), null);
    assert.equal(refusalFor(closed, 'correct-answer', 'agent', later(30.1)), 'too-late');
    assert.equal(refusalFor({ ...closed, answer: null }, 'correct-answer', 'agent', TUESDAY), 'nothing-to-correct');
  });
});
