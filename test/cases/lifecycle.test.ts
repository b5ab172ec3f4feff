import assert from 'node:assert/strict';
import { lapse } from '../../bot/cases/answer-offer.ts';
import type { Case } from '../../bot/cases/case.ts';
import { tickOffers, tickQuiet } from '../../bot/cases/clockwork.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { finish } from '../../bot/cases/move.ts';
import { openOffer } from '../../bot/cases/offer.ts';
import { partOf } from '../../bot/cases/part.ts';
import type { CaseDebt } from '../../bot/cases/saying.ts';
import { transition } from '../../bot/cases/transition.ts';
import type { Command } from '../../bot/commands.ts';
import { openCase } from '../../bot/drafts/open-case.ts';
import { personId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/messages/owed.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Standing } from '../../bot/routing/choose-agent.ts';
import { refusalOf } from '../support/assertions/refusal-of.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import {
  AGENT,
  ASKER,
  aCase,
  aDraft,
  anAgent,
  aPerson,
  aStanding,
  circumstancesAt,
  masked,
  TUESDAY,
  words,
  workingTime,
} from '../support/fixtures/builders.ts';

const ID = aCase('waiting')._id;
const asker = aPerson('asker');
const hours = (n: number) => workingTime.addMinutes(TUESDAY, n * 60);

const act = (c: Case, person: Person, command: Command<CaseVerb>, now = TUESDAY, agents: Standing[] = []): Case =>
  actOn(c, person, command, { now, agents });

const refused = (work: () => unknown, code: string) => assert.equal(refusalOf(work)?.code, code);

const owedMessages = (owes: readonly Owed<CaseDebt>[]) => owes.map(({ to, manner }) => `${manner} ${to}`).sort();
const kinds = (c: Case) => c.events.map((event) => event.kind);

const ask = (agents: Standing[], overrides: { today?: boolean; now?: Date } = {}): Case =>
  openCase(
    aDraft({ _id: ID, text: masked('Hvordan får jeg naboerne med?') }),
    asker,
    {
      text: masked('Hvordan får jeg naboerne med?'),
      principle: 'lytter-foerst',
      topic: 'borgerdialog',
      anonymous: 'no',
      today: overrides.today ?? false,
    },
    42,
    circumstancesAt({ actor: ASKER, agents, now: overrides.now ?? TUESDAY }),
  );

describe('asking a dilemma', () => {
  it('offers the case to one agent for two working hours and tells the asker without a ping', () => {
    const c = ask([aStanding('agent'), aStanding('other', { load: 1 })]);
    assert.deepEqual(
      c.offers.map(({ agent, state, until }) => [agent, state, until]),
      [[AGENT, 'open', hours(2)]],
    );
    assert.deepEqual(owedMessages(c.owes), ['ping agent', 'quiet asker']);
    assert.deepEqual(kinds(c), ['asked', 'offered']);
    assert.deepEqual(c.dueAt, hours(2));
  });

  it('lets an offer stand for half an hour when help is needed today, and promises an earlier answer', () => {
    const c = ask([aStanding('agent')], { today: true });
    assert.deepEqual(c.offers[0]?.until, hours(0.5));
    assert.deepEqual(c.promisedAt, hours(2));
  });

  it('holds the agent’s ping until working hours, but not the asker’s card', () => {
    const sunday = new Date('2026-11-22T18:00:00Z');
    const c = ask([aStanding('agent')], { now: sunday });
    const monday = new Date('2026-11-23T07:00:00Z');
    assert.deepEqual(
      c.owes.map(({ to, notBefore }) => [to, notBefore]),
      [
        [AGENT, monday],
        [ASKER, sunday],
      ],
    );
    assert.deepEqual(c.offers[0]?.until, new Date('2026-11-23T09:00:00Z'));
  });

  it('asks the asker before sharing the case with more people when no agent is available', () => {
    const c = ask([aStanding('agent', { absent: true }), aStanding('full', { load: 3 })]);
    assert.equal(c.sharing, 'asked');
    assert.deepEqual(owedMessages(c.owes), ['quiet asker']);
  });
});

describe('offers', () => {
  const three = ['agent', 'b', 'c', 'd'].map((id) => aStanding(id));

  it('go to the next agent when declined, never back to one, and the asker is asked after three', () => {
    let c = ask(three);
    for (const id of ['agent', 'b', 'c']) {
      assert.equal(c.offers.at(-1)?.agent, id);
      c = act(c, anAgent(id), { verb: 'decline-case', case: ID, reason: 'not-my-field' }, TUESDAY, three);
    }
    assert.equal(c.sharing, 'asked');
    assert.deepEqual(
      c.offers.map((offer) => offer.state),
      ['declined', 'declined', 'declined'],
    );
    assert.deepEqual(owedMessages(c.owes), ['ping asker', 'quiet c']);
  });

  it('lapse when their time is up and no sooner', () => {
    const c = ask(three);
    assert.equal(tickOffers(c, circumstancesAt({ now: new Date(hours(2).getTime() - 1), agents: three })), null);
    const ticked = tickOffers(c, circumstancesAt({ now: hours(2), agents: three }));
    assert.equal(ticked?.did, 'moved-on');
    assert.deepEqual(
      ticked?.change.set.offers?.map(({ agent, state }) => [agent, state]),
      [
        ['agent', 'lapsed'],
        ['b', 'open'],
      ],
    );
  });

  it('cannot be accepted once lapsed, unless the case is on the common list', () => {
    const [first] = aCase('waiting').offers;
    assert.ok(first);
    const lapsed = aCase('waiting', { offers: [{ ...first, state: 'lapsed' }], sharing: 'asked' });
    refused(() => act(lapsed, anAgent('agent'), { verb: 'accept-case', case: ID }), 'offer-gone');
    const shared = act(lapsed, asker, { verb: 'share-with-all', case: ID, share: 'yes' }, TUESDAY, three);
    const taken = act(shared, anAgent('agent'), { verb: 'accept-case', case: ID }, TUESDAY, three);
    assert.equal(taken.agent, AGENT);
  });

  it('go to the next agent who becomes free when the asker keeps the case off the list', () => {
    const asked = aCase('waiting', { offers: [], sharing: 'asked' });
    const kept = act(asked, asker, { verb: 'share-with-all', case: ID, share: 'no' }, TUESDAY, [
      aStanding('agent', { load: 3 }),
    ]);
    assert.equal(kept.sharing, 'refused');
    assert.equal(tickOffers(kept, circumstancesAt({ agents: [aStanding('agent', { load: 3 })] })), null);
    assert.equal(tickOffers(kept, circumstancesAt({ agents: [aStanding('agent', { load: 2 })] }))?.did, 'moved-on');
  });

  it('stay single when a stale card refuses sharing a second time', () => {
    const kept = aCase('waiting', { sharing: 'refused' });
    refused(
      () => act(kept, asker, { verb: 'share-with-all', case: ID, share: 'no' }, TUESDAY, three),
      'no-share-question',
    );
  });

  it('leave no name on the asker’s card when the last available agent declines', () => {
    const kept = aCase('waiting', { sharing: 'refused' });
    const alone = act(kept, anAgent('agent'), { verb: 'decline-case', case: ID, reason: 'not-my-field' });
    assert.deepEqual(owedMessages(alone.owes), ['quiet agent', 'quiet asker']);
  });

  it('return after a working day to an agent who let one lapse, when the asker keeps the case off the list', () => {
    const kept = aCase('waiting', { sharing: 'refused', promise: 'missed' });
    const only = [aStanding('agent')];
    const lapsed = tickOffers(kept, circumstancesAt({ now: hours(2), agents: only }));
    const waits = applyChange(kept, lapsed?.change ?? assert.fail());
    assert.equal(openOffer(waits), null);
    assert.equal(tickOffers(waits, circumstancesAt({ now: hours(2), agents: only })), null);
    const later = workingTime.addDays(TUESDAY, 2);
    assert.equal(tickOffers(waits, circumstancesAt({ now: later, agents: only }))?.did, 'moved-on');
  });

  it('never return to an agent who said no, also not by the list', () => {
    const kept = aCase('waiting', { sharing: 'refused', promise: 'missed' });
    const declined = act(kept, anAgent('agent'), { verb: 'decline-case', case: ID, reason: 'not-today' });
    const later = workingTime.addDays(TUESDAY, 2);
    assert.equal(tickOffers(declined, circumstancesAt({ now: later, agents: [aStanding('agent')] })), null);
    const two = [aStanding('agent'), aStanding('b')];
    const shared = act(declined, asker, { verb: 'share-with-all', case: ID, share: 'yes' }, TUESDAY, two);
    assert.deepEqual(owedMessages(shared.owes), ['ping b', 'quiet asker']);
    assert.equal(partOf(shared, anAgent('agent'), new Set()), 'past');
    assert.equal(partOf(shared, anAgent('b'), new Set()), 'listed');
  });

  it('that never arrived move on at once, blame nobody and are no question to anybody', () => {
    let c = ask(three);
    const moved = (agents: Standing[]) =>
      applyChange(c, finish(c, lapse(c, circumstancesAt({ agents }), 'undelivered'), circumstancesAt()));
    for (const next of [three.slice(1), three.slice(2), three.slice(3)]) c = moved(next);
    assert.deepEqual(
      c.offers.map((offer) => offer.state),
      ['undelivered', 'undelivered', 'undelivered', 'open'],
    );
    assert.equal(c.sharing, 'no', 'three offers that nobody saw do not end the asking');
    assert.ok(!kinds(c).includes('lapsed') && !kinds(c).includes('declined'));
  });

  it('carry the asker’s additions to the agent who holds the offer', () => {
    const added = act(aCase('waiting'), asker, { verb: 'reply', case: ID, text: words('De vil begynde i maj.') });
    assert.deepEqual(owedMessages(added.owes), ['quiet agent', 'quiet asker']);
  });

  it('on the common list go to one agent, and the others are told without a ping', () => {
    const shared = aCase('waiting', { offers: [], sharing: 'shared' });
    const taken = act(
      shared,
      anAgent('b'),
      { verb: 'accept-case', case: ID, text: words('Den kender jeg.') },
      TUESDAY,
      three,
    );
    assert.equal(taken.state, 'active');
    assert.equal(taken.promise, 'kept');
    assert.deepEqual(owedMessages(taken.owes), ['ping asker', 'quiet agent', 'quiet b', 'quiet c', 'quiet d']);
    refused(() => act(taken, anAgent('c'), { verb: 'accept-case', case: ID }), 'taken');
  });
});

describe('the promise', () => {
  it('is kept by a written message, not by accepting without one', () => {
    const accepted = act(aCase('waiting'), anAgent('agent'), { verb: 'accept-case', case: ID });
    assert.equal(accepted.promise, 'open');
    const asked = act(accepted, anAgent('agent'), { verb: 'ask-back', case: ID, text: words('Hvem er naboerne?') });
    assert.equal(asked.promise, 'kept');
  });

  it('when missed, is reported once to the asker and to the agent', () => {
    const accepted = act(aCase('waiting'), anAgent('agent'), { verb: 'accept-case', case: ID });
    const ticked = tickOffers(accepted, circumstancesAt({ now: accepted.promisedAt }));
    assert.equal(ticked?.did, 'promise-missed');
    assert.deepEqual(owedMessages(ticked?.change.owes ?? []), ['ping agent', 'ping asker']);
    const missed = applyChange(accepted, ticked?.change ?? assert.fail());
    assert.equal(tickOffers(missed, circumstancesAt({ now: accepted.promisedAt })), null);
  });
});

describe('talking and answering', () => {
  it('reopens an answered case when either side writes', () => {
    for (const person of [asker, anAgent('agent')]) {
      assert.equal(
        act(aCase('answered'), person, { verb: 'reply', case: ID, text: words('Og hvad så?') }).state,
        'active',
      );
    }
  });

  it('pings the other side with exactly the new turn', () => {
    const c = act(aCase('active'), anAgent('agent'), { verb: 'ask-back', case: ID, text: words('Hvem er naboerne?') });
    const ping = c.owes.find(({ manner }) => manner === 'ping');
    assert.deepEqual([ping?.to, ping?.say], [ASKER, { kind: 'case', case: ID, from: 0, why: 'asked-back' }]);
    assert.equal(c.turnOf, 'asker');
  });

  it('requires a ground and an alternative for a clear no', () => {
    const no = { verb: 'answer-case', case: ID, text: words('Det må vi ikke.'), outcome: 'clear-no' } as const;
    refused(() => act(aCase('active'), anAgent('agent'), no), 'needs-ground');
    refused(() => act(aCase('active'), anAgent('agent'), { ...no, ground: words('Fredningen.') }), 'needs-alternative');
    const c = act(aCase('active'), anAgent('agent'), {
      ...no,
      ground: words('Fredningen.'),
      alternative: words('Pladsen ved siden af.'),
    });
    assert.equal(c.answer?.alternative, 'Pladsen ved siden af.');
  });

  it('dates a proposed step two weeks ahead by default, and never in the past', () => {
    const answer = {
      verb: 'answer-case',
      case: ID,
      text: words('Inviter dem.'),
      outcome: 'advice',
      nextStep: words('Mødes'),
    } as const;
    assert.equal(act(aCase('active'), anAgent('agent'), answer).step?.date, '2026-12-08');
    refused(() => act(aCase('active'), anAgent('agent'), { ...answer, nextStepDate: '2026-11-23' }), 'date-past');
  });

  it('lets only the asker accept, move or drop the step', () => {
    const accepted = act(aCase('answered'), asker, { verb: 'accept-step', case: ID });
    assert.deepEqual(accepted.step, { text: 'Mødes på pladsen', date: '2026-12-01', state: 'accepted' });
    const moved = act(accepted, asker, { verb: 'accept-step', case: ID, nextStepDate: '2026-12-04' });
    assert.equal(moved.step?.date, '2026-12-04');
    assert.equal(kinds(moved).at(-1), 'step-moved');
    assert.equal(act(moved, asker, { verb: 'drop-step', case: ID }).step?.state, 'dropped');
  });

  it('requires an anonymous asker to reveal themselves before a talk, which the agent may request', () => {
    const c = aCase('active', { anonymous: true });
    refused(() => act(c, asker, { verb: 'talk', case: ID }), 'reveal-first');
    const wished = act(c, anAgent('agent'), { verb: 'talk', case: ID, day: '2026-11-25', time: '13:00' });
    assert.deepEqual(wished.turns.at(-1)?.talk, { start: new Date('2026-11-25T12:00:00Z'), minutes: 30, place: null });
    const revealed = act(wished, asker, { verb: 'reveal-me', case: ID });
    assert.equal(revealed.anonymous, false);
    assert.deepEqual(owedMessages(revealed.owes), ['ping agent', 'quiet asker']);
  });

  it('lets an agent close a case only after a talk', () => {
    refused(() => act(aCase('active'), anAgent('agent'), { verb: 'close-case', case: ID }), 'talk-first');
    const talked = act(aCase('active'), anAgent('agent'), { verb: 'talk', case: ID });
    assert.equal(act(talked, anAgent('agent'), { verb: 'close-case', case: ID }).state, 'closed');
  });

  it('refuses empty and overlong texts and truncates nothing', () => {
    for (const verb of ['reply', 'ask-back', 'answer-case'] as const) {
      const command = { verb, case: ID, text: words(''), outcome: 'advice' } as Command<CaseVerb>;
      refused(() => act(aCase('active'), anAgent('agent'), command), 'empty-text');
    }
    refused(() => act(aCase('active'), asker, { verb: 'reply', case: ID, text: words('x'.repeat(4_001)) }), 'too-long');
    assert.equal(
      act(aCase('active'), asker, { verb: 'reply', case: ID, text: words('x'.repeat(4_000)) }).turns.length,
      1,
    );
  });
});

describe('closing', () => {
  const days = (n: number) => new Date(TUESDAY.getTime() + n * 86_400_000);

  it('leaves a case open to continuation for 30 days', () => {
    const closed = aCase('closed');
    assert.equal(
      act(closed, asker, { verb: 'reopen-case', case: ID, text: words('En ting mere.') }, days(30)).state,
      'active',
    );
    refused(
      () =>
        act(closed, asker, { verb: 'reply', case: ID, text: words('En ting mere.') }, new Date(days(30).getTime() + 1)),
      'too-late',
    );
  });

  it('by withdrawal tells the agent who holds or was offered the case, without a ping', () => {
    const c = act(aCase('waiting'), asker, { verb: 'withdraw-case', case: ID });
    assert.equal(c.state, 'withdrawn');
    assert.deepEqual(owedMessages(c.owes), ['quiet agent', 'quiet asker']);
    assert.equal(c.dueAt, null);
  });

  it('happens to an answered case after ten quiet working days', () => {
    const c = aCase('answered');
    const close = workingTime.addDays(TUESDAY, 10);
    assert.equal(tickQuiet(c, circumstancesAt({ now: new Date(close.getTime() - 1) })), null);
    assert.equal(tickQuiet(c, circumstancesAt({ now: close }))?.did, 'closed');
  });

  it('is preceded, in a quiet active case, by one reminder to whoever must write next; then the asker chooses', () => {
    const c = aCase('active', { turnOf: 'agent' });
    const first = workingTime.addDays(TUESDAY, 10);
    const reminded = tickQuiet(c, circumstancesAt({ now: first }));
    assert.deepEqual(owedMessages(reminded?.change.owes ?? []), ['ping agent']);
    const then = applyChange(c, reminded?.change ?? assert.fail());
    assert.equal(tickQuiet(then, circumstancesAt({ now: first })), null);
    const asked = tickQuiet(then, circumstancesAt({ now: workingTime.addDays(first, 10) }));
    assert.deepEqual(owedMessages(asked?.change.owes ?? []), ['ping asker']);

    const choosing = applyChange(then, asked?.change ?? assert.fail());
    const others = [aStanding('agent'), aStanding('b')];
    const on = act(choosing, asker, { verb: 'ask-another', case: ID }, first, others);
    assert.equal(on.state, 'waiting');
    assert.equal(on.agent, null);
    assert.equal(on.offers.at(-1)?.agent, 'b', 'never the agent who fell silent');
    assert.equal(on.promise, 'open');
  });

  it('never happens to a waiting case by itself', () => {
    const c = aCase('waiting', { offers: [], sharing: 'shared', promise: 'missed' });
    assert.equal(tickQuiet(c, circumstancesAt({ now: days(400) })), null);
    const brought = { ...c, waitRemindedAt: TUESDAY, humanToldAt: TUESDAY };
    assert.equal(tickOffers(brought, circumstancesAt({ now: days(400) })), null);
  });
});

describe('managers', () => {
  it('never receive, see or claim a case of a person they manage', () => {
    const managers = new Set([personId('boss')]);
    const at = circumstancesAt({ actor: ASKER, managers, agents: [aStanding('boss')] });
    const shared = aCase('waiting', { offers: [], sharing: 'asked' });
    const change = transition(shared, { verb: 'share-with-all', case: ID, share: 'yes' }, ASKER, 'asker', at);
    assert.deepEqual(owedMessages(change.owes), ['quiet asker']);
    assert.equal(partOf(applyChange(shared, change), anAgent('boss'), managers), 'stranger');
  });
});
