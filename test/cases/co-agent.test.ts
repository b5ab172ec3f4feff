import assert from 'node:assert/strict';
import type { PersonChoice } from '../../bot/card-fields.ts';
import type { Case } from '../../bot/cases/case.ts';
import { caseNotice } from '../../bot/cases/case-view.ts';
import { tickOffers } from '../../bot/cases/clockwork.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { coAgentOf } from '../../bot/cases/invitations.ts';
import type { Offer } from '../../bot/cases/offer.ts';
import { partOf } from '../../bot/cases/part.ts';
import { reassign } from '../../bot/cases/reassign.ts';
import { replacePerson, withPersonErased } from '../../bot/cases/replace-person.ts';
import { standingsOf } from '../../bot/cases/standings.ts';
import { stillHolds } from '../../bot/cases/still-holds.ts';
import { moveOf } from '../../bot/cases/transition.ts';
import type { CaseView } from '../../bot/cases/view-types.ts';
import type { Command } from '../../bot/commands.ts';
import { personId } from '../../bot/ids.ts';
import { refusalOf } from '../support/assertions/refusal-of.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import {
  AGENT,
  ASKER,
  aCase,
  anAgent,
  aPerson,
  aStanding,
  circumstancesAt,
  masked,
  TUESDAY,
  words,
  workingTime,
} from '../support/fixtures/builders.ts';
import { viewContextOf } from '../support/fixtures/view-context.ts';

const ID = aCase('active')._id;
const KAREN = personId('karen');
const STANDINGS = ['agent', 'karen', 'nora', 'boss'].map((id) => aStanding(id));
const STRANGERS = new Set([personId('boss')]);
const NOTE = 'Husk, at pladsen skal høres efter planloven.';

const contextOf = (id: string | null, now = TUESDAY) =>
  circumstancesAt({ now, actor: id === null ? null : personId(id), agents: STANDINGS, managers: STRANGERS });
const personOf = (id: string) => (id === 'asker' ? aPerson('asker') : anAgent(id));
const partIn = (c: Case, id: string) => partOf(c, personOf(id), STRANGERS);
const act = (c: Case, id: string, command: Command<CaseVerb>): Case => actOn(c, personOf(id), command, contextOf(id));
const invite = (c: Case, to = 'karen') =>
  act(c, 'agent', { verb: 'invite-co-agent', case: ID, agent: to as PersonChoice });
const show = (c: Case, what: 'all' | 'dilemma' | 'no') =>
  act(c, 'asker', { verb: 'answer-invitation', case: ID, show: what });
const accept = (c: Case) => act(c, 'karen', { verb: 'accept-co-agent', case: ID });
const decline = (c: Case) => act(c, 'karen', { verb: 'decline-co-agent', case: ID });
const note = (c: Case, by: string, text = NOTE) => act(c, by, { verb: 'note-to-agent', case: ID, text: words(text) });
const reply = (c: Case, by: string, text: string) => act(c, by, { verb: 'reply', case: ID, text: words(text) });
const answer = (c: Case) =>
  act(c, 'agent', { verb: 'answer-case', case: ID, text: words('Hør naboerne.'), outcome: 'advice' });
const told = ({ owes }: Case) =>
  owes.map(({ to, manner, say }) => `${manner} ${to} ${'why' in say ? say.why : ''}`).sort();
const latest = (c: Case) => c.invitations?.at(-1) ?? assert.fail('nobody was invited');
const viewOf = (c: Case, id: string): CaseView => {
  const named = (person: string) => (person === 'nobody' ? undefined : personOf(person));
  const context = viewContextOf(personId(id), named, { strangers: STRANGERS });
  return (caseNotice(c, partIn(c, id), { from: 0 }, context) ?? assert.fail(`${id} sees nothing`)).view;
};
const textsIn = (view: CaseView) => ('turns' in view ? view.turns.map(({ text }) => String(text)) : []);
const codeOf = (work: () => unknown) => refusalOf(work)?.code ?? 'done';

const turns = [
  { by: 'agent', who: AGENT, at: TUESDAY, kind: 'ask-back', text: masked('Hvem ejer pladsen?') },
  { by: 'asker', who: ASKER, at: TUESDAY, kind: 'reply', text: masked('Det gør vi.') },
] as const;
const active = (over: Partial<Case> = {}) => aCase('active', { turns: [...turns], ...over });
const helped = (what: 'all' | 'dilemma' = 'dilemma', c = active()) => accept(show(invite(c), what));

describe('a colleague who is invited to help', () => {
  it('hears of it when the asker has said what they may read', () => {
    const open = invite(active());
    assert.deepEqual(told(open), ['ping asker invitation-asked', 'quiet agent changed']);
    assert.equal(partIn(open, 'karen'), 'stranger');
    const asked = show(open, 'all');
    assert.deepEqual(told(asked), ['ping karen invited', 'quiet agent changed', 'quiet asker changed']);
    assert.equal(partIn(asked, 'karen'), 'invited');
    const joined = accept(asked);
    assert.deepEqual(told(joined), ['ping agent co-agent-joined', 'quiet asker changed', 'quiet karen changed']);
    assert.deepEqual([joined.state, joined.agent, partIn(joined, 'karen')], ['active', AGENT, 'co-agent']);
  });

  it('is not asked when the asker says no or nothing in four working hours, nor waited for', () => {
    const open = invite(active());
    assert.equal(open.dueAt?.getTime(), workingTime.promise(TUESDAY, 240).getTime());
    const silent = tickOffers(open, contextOf(null, latest(open).until)) ?? assert.fail('nothing');
    const asked = show(open, 'all');
    const late = tickOffers(asked, contextOf(null, latest(asked).until)) ?? assert.fail('nothing');
    for (const c of [
      show(open, 'no'),
      applyChange(open, silent.change),
      applyChange(asked, late.change),
      decline(asked),
    ]) {
      assert.notEqual(partIn(c, 'karen'), 'co-agent');
      assert.ok(told(c).includes('ping agent invitation-ended'));
      assert.equal(coAgentOf(c), null);
    }
    assert.ok(!told(applyChange(open, silent.change)).some((line) => line.includes('karen')));
    assert.equal(
      codeOf(() => invite(decline(asked))),
      'not-for-colleague',
      'a no is not asked again',
    );
    assert.equal(
      codeOf(() => invite(show(open, 'no'))),
      'done',
    );
  });

  it('reads the dilemma alone, or the conversation as it goes on, and every answer that they sign', () => {
    const alone = reply(helped('dilemma'), 'asker', 'De har selv penge.');
    assert.deepEqual(textsIn(viewOf(alone, 'karen')), []);
    assert.ok(!told(reply(helped('dilemma'), 'asker', 'x')).includes('ping karen word'));
    assert.deepEqual(textsIn(viewOf(answer(alone), 'karen')), ['Hør naboerne.']);
    const all = reply(helped('all'), 'asker', 'De har selv penge.');
    assert.deepEqual(textsIn(viewOf(all, 'karen')), ['Hvem ejer pladsen?', 'Det gør vi.', 'De har selv penge.']);
    assert.ok(told(all).includes('quiet karen changed'));
  });

  it('signs the answer, for the asker and for both agents', () => {
    const c = answer(helped());
    for (const id of ['asker', 'agent', 'karen']) {
      const view = viewOf(c, id);
      assert.equal('turns' in view && view.turns.at(-1)?.with, 'Karen Prøve', id);
    }
    const corrected = act(c, 'agent', { verb: 'correct-answer', case: ID, text: words('Hør dem først.') });
    assert.deepEqual(textsIn(viewOf(corrected, 'karen')), ['Hør dem først.'], 'what it said first is for two');
    assert.equal(answer(active()).turns.at(-1)?.with, undefined);
  });

  it('may step out, and helps no more when the case goes another way', () => {
    const c = note(helped('all'), 'karen');
    const ENDS: Record<string, Case> = {
      'they step out': decline(c),
      'the agent gives it back': act(c, 'agent', { verb: 'give-back', case: ID, reason: 'not-today' }),
      'the asker withdraws': act(c, 'asker', { verb: 'withdraw-case', case: ID }),
      'the asker asks another': act({ ...c, askedOnAt: TUESDAY }, 'asker', { verb: 'ask-another', case: ID }),
      'the agent leaves': applyChange(c, reassign(c, AGENT, contextOf(null))?.change ?? assert.fail()),
    };
    for (const [what, ended] of Object.entries(ENDS)) {
      assert.equal(coAgentOf(ended), null, what);
      assert.ok(
        ended.owes.some(({ to }) => to === KAREN),
        `${what}: their card changes`,
      );
      assert.doesNotMatch(JSON.stringify(viewOf(ended, 'karen')), /planloven|Hvem ejer/u, what);
    }
    const left = reassign(c, KAREN, contextOf(null)) ?? assert.fail('nothing');
    assert.deepEqual([left.did, coAgentOf(applyChange(c, left.change))], ['offers-moved-on', null]);
    assert.equal(reassign(applyChange(c, left.change), KAREN, contextOf(null)), null, 'once');
    const closed = act(c, 'asker', { verb: 'close-case', case: ID });
    assert.equal(partIn(closed, 'karen'), 'co-agent');
    assert.equal(coAgentOf(act(closed, 'asker', { verb: 'reopen-case', case: ID, text: words('Mere.') })), KAREN);
  });

  it('is no load, and may take the case over instead', () => {
    const loads = (c: Case) => standingsOf([anAgent('karen')], [c], '2026-11-24', ['sandbox'])[0]?.load;
    assert.deepEqual([loads(show(invite(active()), 'all')), loads(helped())], [0, 0]);
    const over = { verb: 'hand-over', case: ID, agent: 'karen' as PersonChoice, reason: words('Du har det.') } as const;
    const asked = act(act(helped(), 'agent', over), 'asker', { verb: 'answer-hand-over', case: ID, show: 'all' });
    const c = act(asked, 'karen', { verb: 'accept-case', case: ID });
    assert.deepEqual([c.agent, coAgentOf(c)], [KAREN, null]);
  });

  it('cannot be a manager: refused for a named asker, taken in silence for an anonymous one', () => {
    assert.equal(
      codeOf(() => invite(active(), 'boss')),
      'not-for-colleague',
    );
    const asked = show(invite(active({ anonymous: true }), 'boss'), 'all');
    assert.ok(!asked.owes.some(({ to }) => to === 'boss'));
    assert.notEqual(partIn(asked, 'boss'), 'invited');
    const like = show(invite(active({ anonymous: true }), 'nora'), 'all');
    assert.deepEqual(
      asked.owes.filter(({ to }) => to === AGENT),
      like.owes.filter(({ to }) => to === AGENT),
    );
    const end = (c: Case) => applyChange(c, tickOffers(c, contextOf(null, latest(c).until))?.change ?? assert.fail());
    const [stopped, silent] = [end(asked), end(like)];
    assert.deepEqual(
      stopped.owes.filter(({ to }) => to === AGENT),
      silent.owes.filter(({ to }) => to === AGENT),
    );
  });
});

describe('a note between two agents', () => {
  it('goes to the other one as a ping, and keeps state, turn and promise', () => {
    const c = helped();
    const noted = note(c, 'karen');
    assert.deepEqual(told(noted), ['ping agent note', 'quiet karen changed']);
    assert.deepEqual(
      [noted.state, noted.turnOf, noted.wordAt, noted.promise],
      [c.state, c.turnOf, c.wordAt, c.promise],
    );
    assert.deepEqual(told(note(noted, 'agent', 'Tak.')), ['ping karen note', 'quiet agent changed']);
    assert.equal(
      codeOf(() => note(active(), 'agent')),
      'no-co-agent',
    );
  });

  it('is seen by the two alone: not by the asker, the next agent or anybody else', () => {
    const c = note(helped('all', active({ sharing: 'no' })), 'karen');
    for (const id of ['agent', 'karen']) assert.ok(JSON.stringify(viewOf(c, id)).includes(NOTE), id);
    const over = { verb: 'hand-over', case: ID, agent: 'nora' as PersonChoice, reason: words('Du har det.') } as const;
    const asked = act(act(c, 'agent', over), 'asker', { verb: 'answer-hand-over', case: ID, show: 'all' });
    const taken = act(asked, 'nora', { verb: 'accept-case', case: ID });
    const again = act(
      act(act(taken, 'nora', { verb: 'invite-co-agent', case: ID, agent: 'karen' as PersonChoice }), 'asker', {
        verb: 'answer-invitation',
        case: ID,
        show: 'all',
      }),
      'karen',
      { verb: 'accept-co-agent', case: ID },
    );
    for (const [at, ids] of [
      [c, ['asker']],
      [asked, ['asker', 'nora']],
      [taken, ['asker', 'nora', 'agent', 'karen']],
      [again, ['asker', 'nora', 'agent']],
    ] as const)
      for (const id of ids) assert.doesNotMatch(JSON.stringify(viewOf(at, id)), /planloven/u, id);
    assert.ok(
      c.events.every((event) => !JSON.stringify(event).includes('planloven')),
      'nor in the journal',
    );
  });

  it('stands once it was said, so that a repeated press adds none', () => {
    const c = note(helped(), 'karen');
    const command = { verb: 'note-to-agent', case: ID, text: words(NOTE) } as const;
    const move = moveOf(c, command, KAREN, 'co-agent', contextOf('karen'));
    assert.equal(stillHolds(c, move), true);
  });

  it('names nobody who was erased, and an erased co-agent helps with nothing that is opened again', () => {
    const nobody = personId('nobody');
    const c = note(answer(helped()), 'karen');
    const parts = replacePerson(c, KAREN, nobody);
    assert.deepEqual(
      [parts.notes?.[0]?.who, parts.turns.at(-1)?.with, parts.invitations?.at(-1)?.to],
      ['nobody', 'nobody', 'nobody'],
    );
    const erased = { ...c, ...withPersonErased(c, KAREN, nobody) };
    assert.equal(coAgentOf(erased), null);
    const taken: Case = { ...c, events: [{ at: TUESDAY, kind: 'accepted', by: AGENT, about: null }] };
    assert.equal(coAgentOf({ ...taken, ...withPersonErased(taken, ASKER, nobody) }), KAREN);
    assert.doesNotMatch(JSON.stringify(viewOf(erased, 'agent')), /Karen/u);
  });
});

describe('the colleague whom an offer names', () => {
  const pair = { agent: KAREN, needs: ['lovgivning'] as const };
  const offers = aCase('active').offers.map(
    (offer): Offer => ({ ...offer, pair: { ...pair, needs: [...pair.needs] } }),
  );
  const suggested = (c: Case) => {
    const view = viewOf(c, 'agent');
    return 'colleagues' in view ? view.colleagues.suggested : assert.fail('no agent');
  };

  it('is suggested on the card of whoever took the case, until one is invited', () => {
    const c = active({ offers });
    assert.deepEqual(suggested(c), { id: 'karen', name: 'Karen Prøve', needs: ['lovgivning'] });
    assert.equal(suggested(invite(c)), null);
    assert.equal(suggested(active()), null);
  });
});

describe('what the asker knows of a co-agent', () => {
  it('is the name, and what they read', () => {
    const view = viewOf(helped('all'), 'asker');
    assert.deepEqual('coAgent' in view && view.coAgent, { name: 'Karen Prøve', show: 'all' });
  });
});
