import assert from 'node:assert/strict';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { transition } from '../../bot/cases/transition.ts';
import type { Command } from '../../bot/commands.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import { aCase, aPerson, circumstancesAt, words } from '../support/fixtures/builders.ts';

const c = aCase('answered', { turnOf: 'asker' });
const asker = aPerson('asker')._id;
const changedBy = (command: Command<CaseVerb>) =>
  applyChange(c, transition(c, command, asker, 'asker', circumstancesAt({ actor: asker })));

describe('whose turn it is after the asker', () => {
  it('writes more: the agent’s, and the case goes on', () => {
    const { state, turnOf } = changedBy({ verb: 'reply', case: c._id, text: words('En ting mere.') });
    assert.deepEqual([state, turnOf], ['active', 'agent']);
  });

  for (const [does, command] of [
    ['thanks', { verb: 'thank', case: c._id, text: words('Tak.') }],
    ['rates with a comment', { verb: 'rate-answer', case: c._id, helpful: 'yes', comment: words('Det hjalp.') }],
  ] as const) {
    it(`${does}: unchanged, and so is the state`, () => {
      const { state, turnOf, turns } = changedBy(command);
      assert.deepEqual([state, turnOf, turns.length], ['answered', 'asker', c.turns.length + 1]);
    });
  }
});

describe('whose turn it is after an agent takes a case', () => {
  const waiting = aCase('waiting');
  const agent = waiting.offers[0]?.agent ?? assert.fail('nobody is asked');
  const takenWith = (text: string) =>
    applyChange(
      waiting,
      transition(
        waiting,
        { verb: 'accept-case', case: waiting._id, text: words(text) },
        agent,
        'offered',
        circumstancesAt({ actor: agent }),
      ),
    ).turnOf;

  it('with a question: the asker’s', () => assert.equal(takenWith('Hvad har I prøvet indtil nu?'), 'asker'));
  it('with another line: the agent’s', () => assert.equal(takenWith('Jeg læser det og ringer i morgen.'), 'agent'));
});
