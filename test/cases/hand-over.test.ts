import assert from 'node:assert/strict';
import { factsOfCase } from '../../bot/adoption/case-facts.ts';
import { createPseudonyms } from '../../bot/adoption/pseudonym.ts';
import type { PersonChoice } from '../../bot/card-fields.ts';
import type { Case } from '../../bot/cases/case.ts';
import { caseNotice } from '../../bot/cases/case-view.ts';
import { tickOffers } from '../../bot/cases/clockwork.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { endForErasure } from '../../bot/cases/end-for-erasure.ts';
import { type Part, partOf } from '../../bot/cases/part.ts';
import { reassign } from '../../bot/cases/reassign.ts';
import { replacePerson } from '../../bot/cases/replace-person.ts';
import { standingsOf } from '../../bot/cases/standings.ts';
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
const PEOPLE = ['agent', 'karen', 'boss', 'left-out', 'said-no', 'away', 'gone', 'nora'];
const STANDINGS = PEOPLE.map((id) => aStanding(id, { absent: id === 'away', reachable: id !== 'gone' }));
const NAMES = new Map([...PEOPLE, 'asker'].map((id) => [personId(id), `${id} Prøve`]));
const STRANGERS = new Set([personId('boss'), personId('left-out')]);
const after = (hours: number) => new Date(TUESDAY.getTime() + hours * 3_600_000);

type Given = { now?: Date; agents?: typeof STANDINGS };
const contextOf = (id: string | null, { now = TUESDAY, agents = STANDINGS }: Given = {}) =>
  circumstancesAt({ now, actor: id === null ? null : personId(id), agents, names: NAMES, managers: STRANGERS });
const personOf = (id: string) => (id === 'asker' ? aPerson('asker') : anAgent(id));
const partIn = (c: Case, id: string): Part => partOf(c, personOf(id), STRANGERS);
const act = (c: Case, id: string, command: Command<CaseVerb>, given: Given = {}): Case =>
  actOn(c, personOf(id), command, contextOf(id, given));
const refusal = (work: () => unknown): string => {
  const refused = refusalOf(work);
  if (refused === null) return 'done';
  return refused.field === null ? refused.code : `${refused.code} on ${refused.field}`;
};

const handOver = (c: Case, to: string, given: Given = {}) =>
  act(
    c,
    'agent',
    { verb: 'hand-over', case: ID, agent: to as PersonChoice, reason: words('Du kender fjorden.') },
    given,
  );
const show = (c: Case, what: 'all' | 'dilemma' | 'no', given: Given = {}) =>
  act(c, 'asker', { verb: 'answer-hand-over', case: ID, show: what }, given);
const accept = (c: Case, text?: string) =>
  act(c, 'karen', { verb: 'accept-case', case: ID, ...(text === undefined ? {} : { text: words(text) }) });
const tick = (c: Case, now: Date, given: Given = {}): Case => {
  const ticked = tickOffers(c, contextOf(null, { ...given, now }));
  return ticked === null ? assert.fail('nothing was due') : applyChange(c, ticked.change);
};
const told = ({ owes }: Case) =>
  owes.map(({ to, manner, say }) => `${manner} ${to} ${'why' in say ? say.why : ''}`.trim()).sort();
const latest = (c: Case) => c.invitations?.at(-1) ?? assert.fail('nobody was invited');

const said = { by: 'agent', who: AGENT, at: TUESDAY, kind: 'ask-back', text: masked('Hvem ejer pladsen?') } as const;
const wroteBack = { by: 'asker', who: ASKER, at: TUESDAY, kind: 'reply', text: masked('Vi gør, på papiret.') } as const;
const active = (over: Partial<Case> = {}) => aCase('active', { turns: [said, wroteBack], turnOf: 'agent', ...over });
const STATES = { active: active(), answered: aCase('answered') };

const viewOf = (c: Case, id: string): CaseView => {
  const context = viewContextOf(personId(id), personOf, { strangers: STRANGERS });
  const notice = caseNotice(c, partIn(c, id), { from: 0 }, context);
  return (notice ?? assert.fail(`${id} sees nothing`)).view;
};
/** What an agent sees, but for how many steps it took. */
const shownIn = (c: Case) => ({ ...viewOf(c, 'agent'), rev: 0, eventCount: 0 });
const textsIn = (view: CaseView) => ('turns' in view ? view.turns.map(({ by, text }) => `${by}: ${text}`) : []);

describe('handing a case over', () => {
  it('asks the asker first, and nobody else hears of it', () => {
    const c = handOver(active(), 'karen');
    assert.deepEqual(told(c), ['ping asker hand-over-asked', 'quiet agent changed']);
    assert.deepEqual(
      [latest(c).state, latest(c).until, c.dueAt],
      ['asker', workingTime.promise(TUESDAY, 240), c.dueAt],
    );
    assert.equal(partIn(c, 'karen'), 'stranger');
    assert.equal(
      refusal(() => handOver(c, 'nora')),
      'asked-colleague',
    );
  });

  it('takes a colleague by id or by name, and refuses on the field', () => {
    assert.equal(latest(handOver(active(), ' KAREN  prøve ')).to, KAREN);
    for (const [who, code] of [
      ['nobody', 'no-such-agent on agent'],
      ['', 'no-such-agent on agent'],
      ['agent', 'not-yourself on agent'],
      ['away', 'colleague-away on agent'],
      ['gone', 'colleague-away on agent'],
    ] as const)
      for (const anonymous of [true, false])
        assert.equal(
          refusal(() => handOver(active({ anonymous }), who)),
          code,
          who,
        );
  });

  for (const [state, before] of Object.entries(STATES)) {
    it(`leaves the case with its agent until the new one takes it: ${state}`, () => {
      const asked = show(handOver(before, 'karen'), 'dilemma');
      assert.deepEqual(told(asked), ['ping karen handed', 'quiet agent changed', 'quiet asker changed']);
      assert.deepEqual([asked.state, asked.agent, partIn(asked, 'karen')], [before.state, AGENT, 'handed']);
      assert.equal(latest(asked).until.getTime(), workingTime.promise(TUESDAY, 120).getTime());
      const taken = accept(asked);
      assert.deepEqual([taken.state, taken.agent, partIn(taken, 'agent')], [before.state, KAREN, 'past']);
      assert.deepEqual(told(taken), ['quiet agent changed', 'quiet asker handed-over', 'quiet karen changed']);
      assert.equal(taken.answer, before.answer, 'the answer is the asker’s');
      assert.equal(taken.dueAt === null || latest(taken).state === 'accepted', true);
    });

    it(`stays with its agent after every kind of no, in the same words: ${state}`, () => {
      const open = handOver(before, 'karen');
      const asked = show(open, 'all');
      const no = { verb: 'decline-case', case: ID, reason: 'not-today' } as const;
      const lines = {
        'the asker’s': show(open, 'no'),
        'the colleague’s': act(asked, 'karen', no),
        silence: tick(asked, latest(asked).until),
      };
      for (const [which, c] of Object.entries(lines)) {
        assert.deepEqual([c.state, c.agent], [before.state, AGENT], which);
        assert.ok(told(c).includes('ping agent stays-with-you'), which);
        assert.deepEqual(shownIn(c), shownIn(lines.silence), which);
        assert.notEqual(partIn(c, 'karen'), 'handed', which);
      }
    });
  }

  it('goes on with the dilemma alone when the asker does not answer in four working hours', () => {
    const open = handOver(active(), 'karen');
    assert.equal(tickOffers(open, contextOf(null, { now: after(3.9) })), null);
    const c = tick(open, latest(open).until);
    assert.deepEqual([latest(c).show, latest(c).state], ['dilemma', 'colleague']);
    assert.deepEqual(textsIn(viewOf(c, 'karen')), []);
    assert.equal(
      refusal(() => show(c, 'no')),
      'no-colleague-question',
      'it is too late for a no',
    );
  });

  it('shows the new agent what the asker allows, and to the old one nothing more', () => {
    const all = show(handOver(active(), 'karen'), 'all');
    const earlier = ['before: Hvem ejer pladsen?', 'other: Vi gør, på papiret.'];
    assert.deepEqual(textsIn(viewOf(all, 'karen')), earlier);
    const taken = accept(all, 'Hvem kender I i driften?');
    assert.deepEqual(textsIn(viewOf(taken, 'karen')), [
      'before: Hvem ejer pladsen?',
      'before: Vi gør, på papiret.',
      'you: Hvem kender I i driften?',
    ]);
    assert.deepEqual(textsIn(viewOf(taken, 'asker')), [
      'before: Hvem ejer pladsen?',
      'you: Vi gør, på papiret.',
      'other: Hvem kender I i driften?',
    ]);
    assert.equal(viewOf(taken, 'agent').viewer, 'past');
    assert.doesNotMatch(JSON.stringify(viewOf(taken, 'agent')), /naboerne|pladsen|driften/u);
    assert.deepEqual([taken.turnOf, told(taken).includes('ping asker word')], ['asker', true]);
    const alone = accept(show(handOver(active(), 'karen'), 'dilemma'), 'Hej.');
    assert.deepEqual(textsIn(viewOf(alone, 'karen')), ['you: Hej.']);
  });

  it('hides an earlier answer, and what came of it, from a new agent who may read the dilemma alone', () => {
    const before = aCase('answered', { rating: 'partly' });
    const view = viewOf(accept(show(handOver(before, 'karen'), 'dilemma')), 'karen');
    assert.ok('answer' in view);
    assert.deepEqual([view.answer, view.answerTurn, view.step, view.rating], [null, null, null, null]);
    const all = viewOf(accept(show(handOver(before, 'karen'), 'all')), 'karen');
    assert.ok('answer' in all && all.answer !== null && all.step !== null);
  });

  it('begins with a new promise when the old one was kept', () => {
    const c = accept(show(handOver(active({ promise: 'kept' }), 'karen'), 'all'));
    assert.deepEqual([c.promise, c.promisedAt], ['open', workingTime.promise(TUESDAY, 8 * 60)]);
    const missed = accept(show(handOver(active({ promise: 'missed' }), 'karen'), 'all'), 'Jeg ringer.');
    assert.equal(missed.promise, 'missed', 'who writes at once needs none');
  });

  it('is no offer among the three, and whoever said no is not asked again', () => {
    const no = { verb: 'decline-case', case: ID, reason: 'not-my-field' } as const;
    let c = act(show(handOver(active(), 'karen'), 'all'), 'karen', no);
    c = act(c, 'agent', { verb: 'give-back', case: ID, reason: 'not-today' });
    assert.ok(!c.offers.some(({ agent, state }) => agent === KAREN && state === 'open'));
    assert.equal(viewOf({ ...c, sharing: 'no' }, 'asker').viewer, 'asker');
    const view = viewOf(c, 'asker');
    assert.ok('asked' in view && view.asked === 1, 'only the offer that is open now');
  });

  it('is counted as taken by each who took it, and as no decline', () => {
    const c = accept(
      show(handOver(active({ events: [{ at: TUESDAY, kind: 'accepted', by: AGENT, about: null }] }), 'karen'), 'all'),
    );
    const pseudonyms = createPseudonyms('a key for tests, not for people');
    const taken = factsOfCase(c, { time: workingTime, pseudonyms }).filter(({ kind }) => kind === 'taken');
    assert.deepEqual(
      taken.map(({ who }) => who),
      [AGENT, KAREN].map((id) => pseudonyms.of(id, taken[0]?.week ?? '2026-W48')),
    );
  });

  it('counts the load for who has the case, and for who is asked', () => {
    const loads = (c: Case) =>
      standingsOf([anAgent('agent'), anAgent('karen')], [c], '2026-11-24', ['sandbox']).map(({ load }) => load);
    const open = handOver(active(), 'karen');
    assert.deepEqual(loads(open), [1, 0]);
    assert.deepEqual(loads(show(open, 'all')), [1, 1]);
    assert.deepEqual(loads({ ...show(open, 'all'), anonymous: true }), [1, 0], 'a count would tell whom it stops');
    assert.deepEqual(loads(accept(show(open, 'all'))), [0, 1]);
  });
});

describe('a case that is being handed over', () => {
  const open = handOver(active(), 'karen');
  const asked = show(open, 'all');

  const ENDS: Readonly<Record<string, (c: Case) => Case>> = {
    'the asker withdraws it': (c) => act(c, 'asker', { verb: 'withdraw-case', case: ID }),
    'the asker closes it': (c) => act(c, 'asker', { verb: 'close-case', case: ID }),
    'its agent gives it back': (c) => act(c, 'agent', { verb: 'give-back', case: ID, reason: 'not-today' }),
    'the asker asks another': (c) => act({ ...c, askedOnAt: TUESDAY }, 'asker', { verb: 'ask-another', case: ID }),
    'its agent leaves': (c) => applyChange(c, reassign(c, AGENT, contextOf(null))?.change ?? assert.fail('nothing')),
    'the asker is erased': (c) => applyChange(c, endForErasure(c, contextOf(null)) ?? assert.fail('nothing')),
  };
  for (const [what, end] of Object.entries(ENDS))
    for (const [when, c] of Object.entries({ 'before the asker’s answer': open, 'after it': asked }))
      it(`asks nobody any more when ${what} ${when}`, () => {
        const ended = end(c);
        assert.equal(latest(ended).state, 'over');
        assert.notEqual(partIn(ended, 'karen'), 'handed');
        const hears = ended.owes.some(({ to }) => to === KAREN);
        if (c === asked) assert.ok(hears, 'the colleague’s card changes');
        assert.ok(
          ended.dueAt === null || ended.dueAt.getTime() !== latest(c).until.getTime() || ended.state === 'waiting',
        );
      });

  it('stays when the colleague leaves, or is away when the asker has answered', () => {
    for (const c of [open, asked]) {
      const left = reassign(c, KAREN, contextOf(null)) ?? assert.fail('nothing');
      assert.deepEqual([latest(applyChange(c, left.change)).state, left.did], ['over', 'offers-moved-on']);
      assert.ok(!left.change.owes.some(({ to }) => to === KAREN));
    }
    const away = STANDINGS.map((one) => (one.id === KAREN ? { ...one, absent: true } : one));
    const c = show(open, 'all', { agents: away });
    assert.deepEqual([latest(c).state, told(c).includes('ping agent stays-with-you')], ['over', true]);
    assert.equal(latest(tick(open, latest(open).until, { agents: away })).state, 'over');
  });

  it('names the colleague and who asked no more once they are replaced', () => {
    const nobody = personId('nobody');
    assert.equal(replacePerson(asked, KAREN, nobody).invitations?.at(-1)?.to, nobody);
    assert.equal(replacePerson(asked, AGENT, nobody).invitations?.at(-1)?.by, nobody);
    assert.ok(!('invitations' in replacePerson(aCase('active'), KAREN, nobody)), 'an old document stays as it is');
  });
});

describe('whom a case cannot be handed to', () => {
  const declined = { ...aCase('active').offers[0], agent: personId('said-no'), state: 'declined' } as Case['offers'][0];
  const withNo = (anonymous: boolean) => active({ anonymous, offers: [declined, ...aCase('active').offers] });
  const asAgents = [...STANDINGS, aStanding('asker')];
  const SHUT_OUT = ['boss', 'left-out', 'said-no', 'asker'];

  it('is refused at once when the asker is named', () => {
    for (const who of SHUT_OUT)
      assert.equal(
        refusal(() => handOver(withNo(false), who, { agents: asAgents })),
        'not-for-colleague on agent',
        who,
      );
  });

  it('is not told when the asker is anonymous: every step is as with anybody else', () => {
    const steps = (who: string, answer: 'all' | 'dilemma' | null) => {
      const given = { agents: asAgents };
      const open = handOver(withNo(true), who, given);
      const until = latest(open).until;
      const on = answer === null ? tick(open, until, given) : show(open, answer, given);
      const end = tick(on, latest(on).until, given);
      const seen = [open, on, end].map((c) => ({
        view: viewOf(c, 'agent'),
        owed: c.owes.filter(({ to }) => to === AGENT),
        rev: c.rev,
        events: c.events.map(({ kind }) => kind),
        dueAt: c.dueAt,
      }));
      return JSON.stringify(seen).replaceAll(/[A-Z][a-z-]+ Prøve/gu, 'NAME');
    };
    for (const answer of ['all', 'dilemma', null] as const) {
      const usual = steps('karen', answer);
      for (const who of SHUT_OUT) assert.equal(steps(who, answer), usual, who);
    }
  });

  it('never hears of it, and the asker is told so', () => {
    for (const who of SHUT_OUT) {
      const given = { agents: asAgents };
      const c = show(handOver(withNo(true), who, given), 'all', given);
      if (who !== 'asker') {
        assert.ok(!c.owes.some(({ to }) => to === personId(who)), who);
        assert.notEqual(partIn(c, who), 'handed', who);
      }
      const view = viewOf(c, 'asker');
      const shutOut = 'invitation' in view ? view.invitation?.shutOut : undefined;
      assert.equal(shutOut, who === 'asker' ? 'you' : 'other', who);
    }
  });
});
