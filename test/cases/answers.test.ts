import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { askFollowUp } from '../../bot/cases/follow-up.ts';
import { followUpDue } from '../../bot/cases/follow-up-due.ts';
import { finish } from '../../bot/cases/move.ts';
import { refusalFor } from '../../bot/cases/rules.ts';
import type { Command } from '../../bot/commands.ts';
import { OUTCOMES, OWNERS } from '../../bot/words.ts';
import { refusalOf } from '../support/assertions/refusal-of.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import {
  aCase,
  anAgent,
  aPerson,
  circumstancesAt,
  masked,
  TUESDAY,
  words,
  workingTime,
} from '../support/fixtures/builders.ts';

const ID = aCase('active')._id;
const PEOPLE = { asker: aPerson('asker'), agent: anAgent('agent') } as const;

const act = (c: Case, name: keyof typeof PEOPLE, command: Command<CaseVerb>, now = TUESDAY): Case =>
  actOn(c, PEOPLE[name], command, { now });
type Answer = Command<'answer-case'>;
type Fields = Partial<Omit<Answer, 'verb' | 'case'>>;
const answer = (fields: Fields, c = aCase('active')): Case =>
  act(c, 'agent', { verb: 'answer-case', case: ID, text: words('Mødes.'), outcome: 'advice', ...fields });

const NO = { outcome: 'clear-no', ground: words('may-not'), alternative: words('Pladsen ved siden af.') } as const;
const TRIAL = {
  outcome: 'small-trial',
  trial: words('Åbent hver onsdag'),
  trialUntil: '2026-12-08',
  trialSign: words('Der kommer nye'),
} as const;
const MEETING = { outcome: 'meeting', start: new Date('2026-12-03T09:30:00Z'), place: words('Hallen') } as const;

const refusal = (fields: Fields): [string, string | null] => {
  const refused = refusalOf(() => answer(fields));
  return [refused?.code ?? 'none', refused?.field ?? null];
};

describe('an answer', () => {
  const without = <Whole extends object>(whole: Whole, field: keyof Whole): Fields => {
    const { [field]: _left, ...rest } = whole;
    return rest;
  };

  it('needs two fields, and then the ball is with the asker', () => {
    const c = answer({});
    assert.deepEqual([c.state, c.answer?.outcome, c.answer?.owner, c.step], ['answered', 'advice', 'asker', null]);
  });

  it('is refused on the field that its outcome lacks, in words', () => {
    assert.deepEqual(refusal(without(NO, 'ground')), ['needs-ground', 'ground']);
    assert.deepEqual(refusal(without(NO, 'alternative')), ['needs-alternative', 'alternative']);
    assert.deepEqual(refusal(without(TRIAL, 'trial')), ['needs-trial', 'trial']);
    assert.deepEqual(refusal(without(TRIAL, 'trialUntil')), ['date-missing', 'trialUntil']);
    assert.deepEqual(refusal(without(TRIAL, 'trialSign')), ['needs-sign', 'trialSign']);
    assert.deepEqual(refusal(without(MEETING, 'start')), ['date-missing', 'start']);
  });

  it('is refused on a day that is past, and on a text over the limit', () => {
    assert.deepEqual(refusal({ ...TRIAL, trialUntil: '2026-11-23' }), ['date-past', 'trialUntil']);
    assert.deepEqual(refusal({ ...MEETING, start: new Date('2026-11-23T09:30:00Z') }), ['date-past', 'start']);
    assert.deepEqual(refusal({ outcome: 'meeting', day: '2026-11-23' }), ['date-past', 'day']);
    assert.deepEqual(refusal({ nextStep: words('Gå'), nextStepDate: '2026-11-23' }), ['date-past', 'nextStepDate']);
    for (const field of ['trial', 'trialSign', 'ground', 'alternative', 'place', 'nextStep', 'text'] as const)
      assert.deepEqual(refusal({ ...TRIAL, [field]: words('x'.repeat(4001)) }), ['too-long', field]);
    assert.deepEqual(refusal({ ...TRIAL, trial: words('x'.repeat(4000)), trialUntil: '2026-11-24' }), ['none', null]);
  });

  it('keeps what its outcome asks for, and nothing that a card sent from under another one', () => {
    const everything = { ...NO, ...TRIAL, ...MEETING };
    for (const outcome of OUTCOMES) {
      const c = answer({ ...everything, outcome });
      assert.deepEqual(
        [c.answer?.ground ?? null, c.answer?.trial?.text ?? null, c.turns.at(-1)?.talk?.place ?? null],
        [
          outcome === 'clear-no' ? 'may-not' : null,
          outcome === 'small-trial' ? 'Åbent hver onsdag' : null,
          outcome === 'meeting' ? 'Hallen' : null,
        ],
        outcome,
      );
    }
    for (const owner of OWNERS) assert.equal(answer({ owner }).answer?.owner, owner);
  });

  it('proposes a meeting with the same words: one turn, which the asker says yes to', () => {
    const c = answer(MEETING);
    assert.equal(c.turns.length, 1);
    assert.deepEqual(
      c.events.map(({ kind }) => kind),
      ['answered', 'talk-proposed'],
    );
    assert.equal(refusalFor(c, 'accept-talk', 'asker', TUESDAY), null);
    assert.equal(refusalFor(c, 'accept-talk', 'agent', TUESDAY), 'no-talk');
    assert.equal(act(c, 'asker', { verb: 'accept-talk', case: ID }).state, 'active');
    assert.equal(act(c, 'asker', { verb: 'cancel-talk', case: ID }).state, 'answered');
  });
});

describe('a small trial', () => {
  const asked = (c: Case, now: Date): Case => {
    const due = askFollowUp(c, circumstancesAt({ now }));
    return due === null ? c : applyChange(c, finish(c, due.move, circumstancesAt({ now })));
  };
  const MORNING = new Date('2026-12-09T07:00:00Z');

  it('is asked about on the working morning after its end, whatever step stands beside it', () => {
    const c = answer({ ...TRIAL, nextStep: words('Ring'), nextStepDate: '2026-12-01' });
    assert.deepEqual(followUpDue(c, workingTime), MORNING);
    const friday = answer({ ...TRIAL, trialUntil: '2026-12-11' });
    assert.deepEqual(followUpDue(friday, workingTime), new Date('2026-12-14T07:00:00Z'));
    const closed = { ...c, state: 'closed', closedAt: new Date('2026-12-20T12:00:00Z') } as const;
    assert.deepEqual(followUpDue(closed, workingTime), new Date('2026-12-21T07:00:00Z'));
    const stepTaken = act(c, 'asker', { verb: 'accept-step', case: ID });
    assert.deepEqual(followUpDue(stepTaken, workingTime), MORNING);
    assert.deepEqual(asked(stepTaken, MORNING).followUp, {
      askedAt: MORNING,
      step: null,
      trial: { text: 'Åbent hver onsdag', until: '2026-12-08' },
      kept: null,
      saidAt: null,
    });
  });

  it('goes on, changes or stops as its asker says, which the agent sees', () => {
    const open = asked(answer(TRIAL), MORNING);
    const said = act(open, 'asker', { verb: 'follow-up', case: ID, kept: 'yes', text: words('Det regnede.') }, MORNING);
    assert.deepEqual(
      said.owes.map(({ manner, to }) => `${manner} ${to}`),
      ['quiet asker', 'ping agent'],
    );
    const next = act(said, 'asker', { verb: 'follow-up', case: ID, kept: 'yes', next: 'adjust' }, MORNING);
    assert.deepEqual([next.followUp?.kept, next.followUp?.next], ['yes', 'adjust']);
    assert.deepEqual([next.events.at(-1)?.kind, next.events.at(-1)?.next], ['followed-up', 'adjust']);
    const again = act(next, 'asker', { verb: 'follow-up', case: ID, kept: 'yes', next: 'adjust' }, MORNING);
    assert.equal(again.events.length, next.events.length, 'a doubled press');
    const later = act(next, 'asker', { verb: 'follow-up', case: ID, kept: 'no' }, MORNING);
    assert.deepEqual([later.followUp?.kept, later.followUp?.next], ['no', 'adjust'], 'what was chosen stays');
  });

  it('has nothing to go on with where there was none', () => {
    const c = aCase('closed', { followUp: { askedAt: TUESDAY, step: null, kept: null, saidAt: null } });
    const said = act(c, 'asker', { verb: 'follow-up', case: ID, kept: 'yes', next: 'stop' });
    assert.equal(said.followUp?.next, undefined);
  });

  it('is unknown to answers of an earlier version, which go on as they were', () => {
    const old = aCase('answered', {
      answer: { by: PEOPLE.agent._id, at: TUESDAY, outcome: 'small-trial', ground: null, alternative: null },
      step: { text: masked('Prøv'), date: '2026-12-01', state: 'accepted' },
    });
    assert.deepEqual(followUpDue(old, workingTime), new Date('2026-12-02T07:00:00Z'));
  });
});
