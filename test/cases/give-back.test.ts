import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { partOf } from '../../bot/cases/part.ts';
import { standingsOf } from '../../bot/cases/standings.ts';
import type { Command } from '../../bot/commands.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import {
  AGENT,
  aCase,
  anAgent,
  aPerson,
  aStanding,
  masked,
  TUESDAY,
  workingTime,
} from '../support/fixtures/builders.ts';

const ID = aCase('active')._id;
const AGENTS = ['agent', 'b', 'c', 'd'].map((id) => aStanding(id));
const NOBODY = new Set<never>();

const act = (c: Case, id: string, command: Command<CaseVerb>, now = TUESDAY): Case =>
  actOn(c, id === 'asker' ? aPerson('asker') : anAgent(id), command, { now, agents: AGENTS });
const giveBack = (c: Case, now = TUESDAY) => act(c, 'agent', { verb: 'give-back', case: ID, reason: 'too-close' }, now);
const told = ({ owes }: Case) => owes.map(({ to, manner }) => `${manner} ${to}`).sort();
const turn = { by: 'agent', who: AGENT, at: TUESDAY, kind: 'reply', text: masked('Fortæl lidt mere.') } as const;

describe('giving a case back', () => {
  it('asks the next agent, who sees the dilemma alone, and tells asker and giver', () => {
    const c = giveBack(aCase('active', { turns: [turn], promise: 'open' }));
    assert.deepEqual([c.state, c.agent, c.turnsFrom], ['waiting', null, 1]);
    assert.deepEqual(
      c.offers.map(({ agent, state, declined }) => [agent, state, declined]),
      [
        ['agent', 'given-back', 'too-close'],
        ['b', 'open', null],
      ],
    );
    assert.deepEqual(told(c), ['ping asker', 'ping b', 'quiet agent']);
    assert.equal(partOf(c, anAgent('agent'), NOBODY), 'past');
  });

  it('does not count among the three offers, and the giver is not asked again', () => {
    let c = giveBack(aCase('active'));
    for (const id of ['b', 'c', 'd']) {
      assert.equal(c.sharing, 'no');
      c = act(c, id, { verb: 'decline-case', case: ID, reason: 'not-today' });
    }
    assert.equal(c.sharing, 'asked');
    const shared = act(c, 'asker', { verb: 'share-with-all', case: ID, share: 'yes' });
    assert.deepEqual(told(shared), ['quiet asker'], 'all four have said no');
  });

  it('lets an open promise stand, and makes a new one when it was kept', () => {
    const open = aCase('active', { promise: 'open' });
    const later = new Date(TUESDAY.getTime() + 60_000);
    assert.deepEqual(giveBack(open, later).promisedAt, open.promisedAt);
    const kept = giveBack(aCase('active', { promise: 'kept' }), later);
    assert.deepEqual([kept.promise, kept.promisedAt], ['open', workingTime.promise(later, 8 * 60)]);
  });

  it('puts a case from the common list back on it for everybody else', () => {
    const c = giveBack(aCase('active', { sharing: 'shared' }));
    assert.deepEqual([c.state, c.sharing], ['waiting', 'shared']);
    assert.deepEqual(told(c), ['ping asker', 'ping b', 'ping c', 'ping d', 'quiet agent']);
    assert.equal(partOf(c, anAgent('agent'), NOBODY), 'past');
  });

  it('leaves the new agent no earlier answer, and the giver no load', () => {
    const { answer, rating } = aCase('answered', { rating: 'partly' });
    const c = giveBack(aCase('active', { answer, rating }));
    assert.deepEqual([c.answer, c.rating], [null, null]);
    const loads = standingsOf([anAgent('agent'), anAgent('b')], [c], '2026-11-24', ['sandbox']);
    assert.deepEqual(
      loads.map(({ id, load }) => [id, load]),
      [
        ['agent', 0],
        ['b', 1],
      ],
    );
  });
});
