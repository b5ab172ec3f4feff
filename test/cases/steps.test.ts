import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { followUpDue } from '../../bot/cases/follow-up-due.ts';
import type { Command } from '../../bot/commands.ts';
import { refusalOf } from '../support/assertions/refusal-of.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import { aCase, anAgent, aPerson, masked, words, workingTime } from '../support/fixtures/builders.ts';

const ID = aCase('answered')._id;
const asker = aPerson('asker');
const agent = anAgent('agent');

const reopened = (c: Case) => actOn(c, asker, { verb: 'reopen-case', case: ID, text: words('En ting mere.') });
const answered = (c: Case, nextStep?: string) =>
  actOn(c, agent, {
    verb: 'answer-case',
    case: ID,
    text: words('Så spørg naboerne.'),
    outcome: 'advice',
    nextStepDate: '2026-12-08',
    ...(nextStep === undefined ? {} : { nextStep: words(nextStep) }),
  });

const accepted = actOn(aCase('answered'), asker, { verb: 'accept-step', case: ID });
const MINE = { text: masked('Mødes på pladsen'), date: '2026-12-01', state: 'accepted' };
const beside = answered(reopened(accepted), 'Spørg naboerne igen');

describe('a step that the asker accepted', () => {
  it('survives reopening, and a later answer with or without a step of its own', () => {
    assert.deepEqual(reopened(accepted).step, MINE);
    assert.deepEqual(answered(reopened(accepted)).step, MINE);
    assert.deepEqual(beside.step, MINE);
    assert.deepEqual(beside.proposal, { text: 'Spørg naboerne igen', date: '2026-12-08' });
  });

  it('gives way only when the asker takes the new one, with another date if they like', () => {
    const taken = actOn(beside, asker, { verb: 'accept-step', case: ID });
    assert.deepEqual([taken.step?.text, taken.step?.state, taken.proposal], ['Spørg naboerne igen', 'accepted', null]);
    const moved = actOn(beside, asker, { verb: 'accept-step', case: ID, nextStepDate: '2026-12-15' });
    assert.deepEqual([moved.step?.date, moved.events.at(-1)?.kind], ['2026-12-15', 'step-moved']);
  });

  it('stays when the asker drops the new one, and can be moved beside it', () => {
    const kept = actOn(beside, asker, { verb: 'drop-step', case: ID });
    assert.deepEqual([kept.step, kept.proposal], [MINE, null]);
    const moved = actOn(beside, asker, { verb: 'accept-step', case: ID, which: 'own', nextStepDate: '2026-12-03' });
    assert.deepEqual([moved.step?.date, moved.proposal?.date], ['2026-12-03', '2026-12-08']);
    const dropped = actOn(beside, asker, { verb: 'drop-step', case: ID, which: 'own' });
    assert.deepEqual([dropped.step?.state, dropped.proposal?.text], ['dropped', 'Spørg naboerne igen']);
  });

  it('is what the follow-up asks about', () => {
    assert.deepEqual(followUpDue(beside, workingTime), new Date('2026-12-02T07:00:00Z'));
  });

  it('is not the next agent’s to see', () => {
    const given = actOn(reopened(accepted), agent, { verb: 'give-back', case: ID, reason: 'not-today' });
    assert.deepEqual([given.step, given.answer], [MINE, null]);
  });
});

describe('a step that was only proposed', () => {
  it('goes with the agent who proposed it, for the next one’s name would stand on it', () => {
    const proposed = aCase('answered');
    assert.equal(proposed.step?.state, 'proposed');
    const given = (c: Case) => actOn(reopened(c), agent, { verb: 'give-back', case: ID, reason: 'not-today' });
    assert.deepEqual([given(proposed).step, given(proposed).proposal], [null, null]);
    assert.deepEqual([given(beside).step, given(beside).proposal], [MINE, null]);
  });
});

type IsoDate = `${number}-${number}-${number}`;

describe('a step in the asker’s own words', () => {
  const own = (nextStep: string, nextStepDate?: IsoDate): Command<CaseVerb> => ({
    verb: 'own-step',
    case: ID,
    nextStep: words(nextStep),
    ...(nextStepDate === undefined ? {} : { nextStepDate }),
  });

  it('is theirs at once, and settles what was proposed', () => {
    const c = actOn(beside, asker, own('Ringe til driften', '2026-12-02'));
    assert.deepEqual(c.step, { text: 'Ringe til driften', date: '2026-12-02', state: 'accepted' });
    assert.equal(c.proposal, null);
    assert.deepEqual(followUpDue(c, workingTime), new Date('2026-12-03T07:00:00Z'));
  });

  it('needs words and a day to come', () => {
    const refused = (command: Command<CaseVerb>, code: string) =>
      assert.equal(refusalOf(() => actOn(beside, asker, command))?.code, code);
    refused(own('', '2026-12-02'), 'empty-text');
    refused(own('Ringe til driften'), 'date-missing');
    refused(own('Ringe til driften', '2026-11-23'), 'date-past');
  });
});
