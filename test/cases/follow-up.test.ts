import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { caseNotice } from '../../bot/cases/case-view.ts';
import { tickFollowUp, tickQuiet } from '../../bot/cases/clockwork.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { followUpDue } from '../../bot/cases/follow-up-due.ts';
import { transition } from '../../bot/cases/transition.ts';
import type { Command } from '../../bot/commands.ts';
import { decodeAction, MalformedAction } from '../../bot/conversation/decode-action.ts';
import { Refusal } from '../../bot/refusal.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import {
  AGENT,
  ASKER,
  aCase,
  aPerson,
  circumstancesAt,
  mask,
  masked,
  TUESDAY,
  words,
  workingTime,
} from '../support/fixtures/builders.ts';
import { READING } from '../support/fixtures/reading.ts';
import { viewContextOf } from '../support/fixtures/view-context.ts';

const DAY = 86_400_000;
const ID = aCase('closed')._id;
const step = { text: masked('Mødes på pladsen'), date: '2026-12-01', state: 'accepted' } as const;
/** The working morning after the step's date. */
const askedAt = new Date('2026-12-02T07:00:00Z');
const asked = { askedAt, step: { text: step.text, date: step.date }, kept: null, saidAt: null };

const tick = (c: Case, now: Date) => tickFollowUp(c, circumstancesAt({ now }));
const act = (c: Case, command: Command<CaseVerb>, now = askedAt): Case =>
  applyChange(c, transition(c, command, ASKER, 'asker', circumstancesAt({ now, actor: ASKER })));
const say = (c: Case, kept: 'yes' | 'partly' | 'no', text?: string): Case =>
  act(c, { verb: 'follow-up', case: ID, kept, ...(text === undefined ? {} : { text: words(text) }) });
const owedMessages = (c: Case) => c.owes.map(({ to, manner }) => `${manner} ${to}`).sort();
const due = (c: Case) => followUpDue(c, workingTime)?.toISOString() ?? null;

describe('the due time of the follow-up', () => {
  it('is the opening hour of the working day after the accepted step’s current date', () => {
    const proposed = aCase('answered');
    assert.equal(due(proposed), null, 'nobody has said yes to it');
    const yes = act(proposed, { verb: 'accept-step', case: ID }, TUESDAY);
    assert.equal(due(yes), '2026-12-02T07:00:00.000Z');
    assert.equal(yes.dueAt?.toISOString(), '2026-12-02T07:00:00.000Z', 'before the case closes');
    const moved = act(yes, { verb: 'accept-step', case: ID, nextStepDate: '2026-12-04' }, TUESDAY);
    assert.equal(due(moved), '2026-12-07T07:00:00.000Z', 'a Friday');
    assert.equal(due(act(moved, { verb: 'drop-step', case: ID }, TUESDAY)), null);
  });

  it('is two weeks after closing when no step was accepted', () => {
    for (const other of [null, { ...step, state: 'proposed' }, { ...step, state: 'dropped' }] as const)
      assert.equal(due(aCase('closed', { step: other })), '2026-12-08T09:00:00.000Z');
    assert.equal(due(aCase('closed', { step: null, answer: null })), '2026-12-08T09:00:00.000Z', 'closed after a talk');
  });

  it('does not exist for a withdrawn case or for one still open', () => {
    for (const state of ['waiting', 'active', 'withdrawn'] as const) assert.equal(due(aCase(state, { step })), null);
    const late = aCase('closed', { step, closedAt: new Date('2026-12-20T10:00:00Z') });
    assert.equal(due(late), '2026-12-21T07:00:00.000Z', 'it was active on the day');
  });

  it('is the same when the step is accepted on its date, and two weeks later when it is accepted after it', () => {
    const yes = (now: string) => due(act(aCase('answered'), { verb: 'accept-step', case: ID }, new Date(now)));
    assert.equal(yes('2026-12-01T09:00:00Z'), '2026-12-02T07:00:00.000Z');
    assert.equal(yes('2026-12-03T09:00:00Z'), '2026-12-17T09:00:00.000Z');
  });
});

describe('the follow-up', () => {
  const answered = aCase('answered', { step });

  it('pings the asker once, when it is due and not before', () => {
    assert.equal(tick(answered, new Date(askedAt.getTime() - 1)), null);
    const ticked = tick(answered, askedAt) ?? assert.fail();
    assert.equal(ticked.did, 'followed-up');
    const after = applyChange(answered, ticked.change);
    assert.deepEqual(owedMessages(after), [`ping ${ASKER}`]);
    assert.deepEqual(after.followUp, asked);
    assert.deepEqual(
      after.events.map(({ kind, by }) => [kind, by]),
      [['follow-up-asked', null]],
    );
    assert.equal(tick(after, new Date(askedAt.getTime() + DAY)), null);
    const closed = applyChange(
      after,
      tickQuiet(after, circumstancesAt({ now: new Date('2026-12-10T09:00:00Z') }))?.change ?? assert.fail(),
    );
    assert.deepEqual([closed.state, closed.dueAt], ['closed', null], 'and not again after closing');
    const again = act(
      closed,
      { verb: 'reopen-case', case: ID, text: words('En ting mere.') },
      new Date('2026-12-11T09:00:00Z'),
    );
    assert.equal(due({ ...again, state: 'closed', closedAt: TUESDAY }), null);
  });

  it('waits for working hours when it is late, and is dropped silently after two weeks', () => {
    assert.equal(tick(answered, new Date('2026-12-02T20:00:00Z')), null);
    assert.equal(tick(answered, new Date('2026-12-03T09:00:00Z'))?.did, 'followed-up');
    const ends = new Date(askedAt.getTime() + 14 * DAY);
    assert.equal(tick(answered, ends)?.did, 'followed-up');
    const passed = tick(answered, new Date(ends.getTime() + 1)) ?? assert.fail();
    assert.equal(passed.did, 'passed-over');
    assert.deepEqual(passed.change.owes, []);
    const after = applyChange(answered, passed.change);
    assert.equal(tick(after, ends), null);
    assert.throws(
      () => say(after, 'yes'),
      (error) => error instanceof Refusal && error.code === 'not-asked-yet',
    );
  });
});

describe('the asker’s report of how it went', () => {
  const c = aCase('closed', { step, followUp: asked, closedAt: new Date('2026-11-30T10:00:00Z') });

  it('updates both cards without a ping, and can be changed', () => {
    const said = say(c, 'partly');
    assert.deepEqual([said.followUp?.kept, said.state], ['partly', 'closed']);
    assert.deepEqual(owedMessages(said), [`quiet ${AGENT}`, `quiet ${ASKER}`]);
    assert.deepEqual(
      said.events.map(({ kind, kept }) => [kind, kept]),
      [['followed-up', 'partly']],
    );
    assert.equal(say(said, 'yes').followUp?.kept, 'yes');
    assert.equal(
      act(c, { verb: 'follow-up', case: ID, kept: 'no' }, new Date('2027-11-01T09:00:00Z')).followUp?.kept,
      'no',
    );
  });

  it('sends the agent what the asker learned as a message, without reopening the case', () => {
    const said = say(c, 'yes', 'At de selv må bygge den.');
    assert.deepEqual(said.turns.at(-1)?.kind, 'learned');
    assert.deepEqual([said.state, said.turnOf, said.closedAt], ['closed', 'asker', c.closedAt]);
    assert.deepEqual(owedMessages(said), [`ping ${AGENT}`, `quiet ${ASKER}`]);
    const twice = say(said, 'yes', 'At de selv må bygge den.');
    assert.deepEqual([twice.turns, twice.events, twice.owes], [said.turns, said.events, []]);
  });

  it('is refused before the question and when too long; to strangers the case does not exist', () => {
    for (const [from, code] of [
      [aCase('closed'), 'not-asked-yet'],
      [aCase('answered'), 'not-asked-yet'],
      [aCase('active', { followUp: asked }), 'not-answered'],
      [aCase('withdrawn', { followUp: asked }), 'withdrawn'],
    ] as const)
      assert.throws(
        () => say(from, 'yes'),
        (error) => error instanceof Refusal && error.code === code,
        code,
      );
    assert.throws(
      () => say(c, 'yes', 'x'.repeat(4_001)),
      (error) => error instanceof Refusal && error.code === 'too-long',
    );
    const command = { verb: 'follow-up', case: ID, kept: 'yes' } as const;
    for (const [part, code] of [
      ['agent', 'only-asker'],
      ['past', 'only-asker'],
      ['stranger', 'not-found'],
    ] as const)
      assert.throws(
        () => transition(c, command, AGENT, part, circumstancesAt({ actor: AGENT })),
        (error) => error instanceof Refusal && error.code === code,
      );
  });

  it('is decoded strictly and masked; unknown fields are dropped', () => {
    const decode = (data: object) => decodeAction('follow-up', data, mask, READING).command;
    assert.deepEqual(
      decode({ case: ID, kept: 'no', 'follow-up.text': 'Ring 010190-1234', story: 'yes', stories: 'yes' }),
      {
        verb: 'follow-up',
        case: ID,
        kept: 'no',
        text: words('Ring [cpr-nummer]'),
        story: 'yes',
      },
    );
    assert.throws(() => decode({ case: ID, kept: 'no', story: 'maybe' }), MalformedAction);
    for (const kept of [undefined, '', 'maybe', ['yes'], true, 'YES'])
      assert.throws(() => decode({ case: ID, kept }), MalformedAction);
  });

  it('reveals nothing more of an anonymous asker to the agent', () => {
    const said = say({ ...c, anonymous: true }, 'yes', 'Det gik godt.');
    const people = [aPerson('asker', { name: 'Alma Spørger', unit: 'Havnen' }), aPerson('agent')];
    const notice = caseNotice(
      said,
      'agent',
      { from: 0 },
      viewContextOf(AGENT, (id) => people.find(({ _id }) => _id === id)),
    );
    assert.ok(JSON.stringify(notice).includes('Det gik godt.'));
    for (const telling of ['Alma', 'Havnen']) assert.ok(!JSON.stringify(notice).includes(telling), telling);
  });
});
