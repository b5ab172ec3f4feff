import assert from 'node:assert/strict';
import { factsOfCase } from '../../bot/adoption/case-facts.ts';
import { createPseudonyms } from '../../bot/adoption/pseudonym.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { correctionsFor } from '../../bot/cases/labels.ts';
import { stillHolds } from '../../bot/cases/still-holds.ts';
import { moveOf } from '../../bot/cases/transition.ts';
import type { Command } from '../../bot/commands.ts';
import type { Principle, Topic } from '../../bot/words.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import {
  ASKER,
  aCase,
  anAgent,
  aPerson,
  aStanding,
  circumstancesAt,
  TUESDAY,
  workingTime,
} from '../support/fixtures/builders.ts';

const AGENTS = [
  aStanding('a-listener', { principles: ['lytter-foerst'], topics: ['borgerdialog'] }),
  aStanding('b-lawyer', { principles: ['tydelig-ramme'], topics: ['lovgivning'] }),
];

const commandOf = (principle: Principle, topic: Topic): Command<'correct-labels'> => ({
  verb: 'correct-labels',
  case: aCase('active')._id,
  principle,
  topic,
});
const act = (c: Case, id: string, command: Command<CaseVerb>): Case =>
  actOn(c, id === 'asker' ? aPerson('asker') : anAgent(id), command, { agents: AGENTS });
const correct = (c: Case, id: string, principle: Principle, topic: Topic) => act(c, id, commandOf(principle, topic));

/** A case that was guessed to be about listening, and that `agent` took. */
const guessed = (overrides: Partial<Case> = {}): Case => {
  const taken = { at: TUESDAY, kind: 'accepted', by: anAgent('agent')._id, about: null } as const;
  const c = aCase('active', overrides);
  return { ...c, events: [...c.events, taken] };
};

describe('correcting what a case is about', () => {
  it('changes the labels, keeps who changed which, and shows both sides quietly', () => {
    const c = correct(guessed(), 'agent', 'tydelig-ramme', 'borgerdialog');
    assert.deepEqual([c.principle, c.topic, c.labelled], ['tydelig-ramme', 'borgerdialog', { principle: 'agent' }]);
    const [event] = c.events.slice(-1);
    assert.deepEqual(
      [event?.kind, event?.by, event?.principle, event?.topic],
      ['labelled', 'agent', 'tydelig-ramme', undefined],
    );
    assert.deepEqual(c.owes.map(({ to, manner }) => `${manner} ${to}`).sort(), ['quiet agent', 'quiet asker']);
    const again = correct(c, 'asker', 'tydelig-ramme', 'lovgivning');
    assert.deepEqual(again.labelled, { principle: 'agent', topic: 'asker' });
  });

  it('does nothing when the form is sent as it stood', () => {
    const c = correct(guessed(), 'agent', 'lytter-foerst', 'borgerdialog');
    assert.equal(c.labelled, undefined);
    assert.ok(!c.events.some(({ kind }) => kind === 'labelled'));
  });

  it('says who corrected what, each label by whoever was last', () => {
    const first = correct(guessed(), 'agent', 'tydelig-ramme', 'lovgivning');
    assert.deepEqual(correctionsFor(first, 'asker'), [
      { by: 'other', principle: 'tydelig-ramme', topic: 'lovgivning' },
    ]);
    const second = correct(first, 'asker', 'tydelig-ramme', 'oekonomi');
    assert.deepEqual(correctionsFor(second, 'asker'), [
      { by: 'other', principle: 'tydelig-ramme' },
      { by: 'you', topic: 'oekonomi' },
    ]);
    assert.deepEqual(correctionsFor(second, 'agent'), [
      { by: 'you', principle: 'tydelig-ramme' },
      { by: 'other', topic: 'oekonomi' },
    ]);
  });

  it('sends the next offer by what was corrected, and leaves the correction with the earlier agent', () => {
    const c = correct(guessed(), 'agent', 'tydelig-ramme', 'lovgivning');
    const back = act(c, 'agent', { verb: 'give-back', case: c._id, reason: 'not-my-field' });
    assert.equal(back.offers.at(-1)?.agent, 'b-lawyer');
    assert.deepEqual(correctionsFor(back, 'asker'), []);
    const taken = act(back, 'b-lawyer', { verb: 'accept-case', case: c._id });
    assert.deepEqual([correctionsFor(taken, 'agent'), correctionsFor(taken, 'asker')], [[], []]);
  });

  it('is a repeat only as long as it holds', () => {
    const c = correct(guessed(), 'agent', 'tydelig-ramme', 'lovgivning');
    const press = (now: Case) => {
      const context = circumstancesAt({ now: TUESDAY, actor: anAgent('agent')._id, agents: AGENTS });
      return moveOf(now, commandOf('tydelig-ramme', 'lovgivning'), anAgent('agent')._id, 'agent', context);
    };
    assert.ok(stillHolds(c, press(c)));
    const undone = correct(c, 'asker', 'lytter-foerst', 'lovgivning');
    assert.ok(!stillHolds(undone, press(undone)));
  });

  it('corrects the fact of the asking, and makes no other', () => {
    const pseudonyms = createPseudonyms('a key for tests, not for people');
    const facts = (c: Case) => factsOfCase(c, { time: workingTime, pseudonyms });
    const before = facts(guessed());
    const after = facts(correct(guessed(), 'agent', 'tydelig-ramme', 'oekonomi'));
    assert.deepEqual(
      after.map(({ _id }) => _id),
      before.map(({ _id }) => _id),
    );
    const [asked] = after;
    assert.ok(asked?.kind === 'asked');
    assert.deepEqual(
      [asked.principle, asked.topic, asked.who],
      ['tydelig-ramme', 'oekonomi', pseudonyms.of(ASKER, '2026-W48')],
    );
  });
});
