import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { tickCitizen } from '../../bot/cases/clockwork.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { passOn } from '../../bot/cases/pass-on.ts';
import { transition } from '../../bot/cases/transition.ts';
import type { Command } from '../../bot/commands.ts';
import type { Person } from '../../bot/people/person.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import {
  AGENT,
  ASKER,
  aCase,
  anAgent,
  aPerson,
  aProfile,
  circumstancesAt,
  masked,
  TUESDAY,
  words,
} from '../support/fixtures/builders.ts';

/** docs/rules.md, "On behalf of others" */

const ID = aCase('active')._id;
const HOUR = 3_600_000;
type IsoDate = `${number}-${number}-${number}`;

const act = (c: Case, command: Command<CaseVerb>, by: 'asker' | 'agent', now = TUESDAY): Case => {
  const actor = by === 'asker' ? ASKER : AGENT;
  return applyChange(c, transition(c, command, actor, by, circumstancesAt({ now, actor })));
};
const answer = (c: Case, more: { nextStep?: string; nextStepDate?: IsoDate } = {}, now = TUESDAY): Case => {
  const { nextStep, ...rest } = more;
  const command = { verb: 'answer-case', case: ID, text: words('Ring til driften.'), outcome: 'advice' } as const;
  return act(
    c,
    { ...command, ...rest, ...(nextStep === undefined ? {} : { nextStep: words(nextStep) }) },
    'agent',
    now,
  );
};
const forCitizen = aCase('active', { for: 'citizen' });
const tick = (c: Case, now: string) => tickCitizen(c, circumstancesAt({ now: new Date(now) }));

describe('the day by which a citizen hears', () => {
  it('is the one in the answer, with or without a step, and two weeks ahead when the agent names none', () => {
    const by = (c: Case) => c.citizenHears?.by;
    assert.equal(by(answer(forCitizen, { nextStep: 'Mødes på pladsen', nextStepDate: '2026-12-03' })), '2026-12-03');
    assert.equal(by(answer(forCitizen, { nextStepDate: '2026-12-03' })), '2026-12-03');
    assert.equal(by(answer(forCitizen)), '2026-12-08');
    const no = { outcome: 'clear-no', ground: words('Den er fredet.'), alternative: words('Spørg hallen.') } as const;
    const said = act(
      forCitizen,
      { verb: 'answer-case', case: ID, text: words('Nej, desværre.'), nextStepDate: '2026-11-30', ...no },
      'agent',
    );
    assert.equal(by(said), '2026-11-30', 'a no is told in time, too');
  });

  it('is refused when it is past, for a citizen also without a step', () => {
    assert.throws(() => answer(forCitizen, { nextStepDate: '2026-11-23' }), { code: 'date-past' });
  });

  it('exists for a citizen alone', () => {
    for (const whom of [undefined, 'me', 'colleague'] as const) {
      const c = aCase('active', whom === undefined ? {} : { for: whom });
      assert.equal(answer(c, { nextStepDate: '2026-12-03' }).citizenHears, undefined);
    }
  });

  it('moves with the asker’s own step, and stays when they let a step be', () => {
    const answered = answer(forCitizen, { nextStep: 'Mødes på pladsen', nextStepDate: '2026-12-03' });
    const moved = act(answered, { verb: 'accept-step', case: ID, nextStepDate: '2026-12-09' }, 'asker');
    assert.equal(moved.citizenHears?.by, '2026-12-09');
    const own = act(
      moved,
      { verb: 'own-step', case: ID, nextStep: words('Jeg ringer selv'), nextStepDate: '2026-12-11' },
      'asker',
    );
    assert.equal(own.citizenHears?.by, '2026-12-11');
    assert.deepEqual(act(own, { verb: 'drop-step', case: ID }, 'asker').citizenHears, own.citizenHears);
  });
});

describe('the reminder that a citizen hears from somebody', () => {
  const answered = answer(forCitizen, { nextStepDate: '2026-12-03' });

  it('pings the asker, and nobody else, once on the morning of the day, and not a moment before', () => {
    assert.equal(answered.dueAt?.toISOString(), '2026-12-03T07:00:00.000Z');
    assert.equal(tick(answered, '2026-12-03T06:59:59.999Z'), null);
    const ticked = tick(answered, '2026-12-03T07:00:00Z') ?? assert.fail('no reminder');
    assert.equal(ticked.did, 'citizen-reminded');
    const after = applyChange(answered, ticked.change);
    assert.deepEqual(
      after.owes.map(({ to, manner, say }) => [to, manner, say.kind === 'case' ? say.why : null]),
      [[ASKER, 'ping', 'citizen-hears']],
    );
    assert.equal(tick(after, '2026-12-03T08:00:00Z'), null);
    assert.equal(after.state, 'answered');
  });

  it('comes on the last working morning before a day on which nobody works', () => {
    const onSunday = answer(forCitizen, { nextStepDate: '2026-12-06' });
    assert.equal(onSunday.citizenHears?.remindAt?.toISOString(), '2026-12-04T07:00:00.000Z', 'a Friday');
    const atChristmas = answer(forCitizen, { nextStepDate: '2026-12-26' });
    assert.equal(atChristmas.citizenHears?.remindAt?.toISOString(), '2026-12-24T07:00:00.000Z');
  });

  it('is not given for a morning that is past, and waits for working hours when it is late', () => {
    assert.equal(answer(forCitizen, { nextStepDate: '2026-11-24' }).citizenHears?.remindAt, null);
    assert.equal(tick(answered, '2026-12-03T21:00:00Z'), null);
    assert.equal(tick(answered, '2026-12-04T09:00:00Z')?.did, 'citizen-reminded');
  });

  it('is given while the case goes on or is closed, and not once it was withdrawn', () => {
    const goesOn = act(answered, { verb: 'reopen-case', case: ID, text: words('En ting mere.') }, 'asker');
    assert.equal(goesOn.state, 'active');
    assert.equal(tick(goesOn, '2026-12-03T07:00:00Z')?.did, 'citizen-reminded');
    const closed = act(answered, { verb: 'close-case', case: ID }, 'asker');
    assert.equal(tick(closed, '2026-12-03T07:00:00Z')?.did, 'citizen-reminded');
    const withdrawn = act(answered, { verb: 'withdraw-case', case: ID }, 'asker');
    assert.equal(tick(withdrawn, '2026-12-03T07:00:00Z'), null);
    assert.equal(withdrawn.dueAt, null);
  });

  it('comes again for a new day, and not for the same one', () => {
    const reminded = applyChange(answered, tick(answered, '2026-12-03T07:00:00Z')?.change ?? assert.fail());
    const later = new Date('2026-12-03T08:00:00Z');
    const own = (date: IsoDate) =>
      act(reminded, { verb: 'own-step', case: ID, nextStep: words('Jeg ringer'), nextStepDate: date }, 'asker', later);
    assert.equal(own('2026-12-03').citizenHears?.remindAt, null);
    assert.equal(own('2026-12-10').citizenHears?.remindAt?.getTime(), Date.parse('2026-12-10T07:00:00Z'));
  });

  it('leaves the question how it went to the morning after', () => {
    const yes = act(
      answer(forCitizen, { nextStep: 'Mødes', nextStepDate: '2026-12-03' }),
      { verb: 'accept-step', case: ID },
      'asker',
      new Date(TUESDAY.getTime() + HOUR),
    );
    const reminded = applyChange(yes, tick(yes, '2026-12-03T07:00:00Z')?.change ?? assert.fail());
    assert.equal(reminded.dueAt?.toISOString(), '2026-12-04T07:00:00.000Z');
  });
});

describe('the words to be passed on', () => {
  const asker = aPerson(ASKER, { name: 'Mette Krogh' });
  const agent = anAgent(AGENT, { name: 'Jonas Holm', phone: '12 34 56 78' });
  const shown = anAgent(AGENT, { name: 'Jonas Holm', phone: '12 34 56 78', agent: aProfile({ shown: true }) });
  const said = (text: string, whom: Case['for'], helper: Person = agent) => {
    const turn = { by: 'agent', who: AGENT, at: TUESDAY, kind: 'answer', text: masked(text) } as const;
    const c = aCase('answered', { turns: [turn], ...(whom === undefined ? {} : { for: whom }) });
    return passOn(c, { person: (id) => [asker, helper].find(({ _id }) => _id === id) });
  };

  it('are the answer without the names of the two who wrote', () => {
    const words = said('Hej Mette. Ring til driften, og sig, at Jonas Holm hilser. Mvh Jonas', 'citizen');
    assert.deepEqual(words, {
      text: 'Hej [en kollega]. Ring til driften, og sig, at [en kollega] hilser. Mvh [en kollega]',
      agent: null,
      reminded: false,
    });
  });

  it('name an agent who is on the open list, with the number, and never the asker', () => {
    const words = said('Hej Mette. Spørg efter Jonas Holm.', 'citizen', shown);
    assert.equal(words?.text, 'Hej [en kollega]. Spørg efter Jonas Holm.');
    assert.deepEqual(words?.agent, { name: 'Jonas Holm', phone: '12 34 56 78' });
    assert.equal(said('Ja.', 'citizen', { ...shown, left: TUESDAY })?.agent, null, 'who left is on no list');
  });

  it('are those of a corrected answer', () => {
    const turn = { by: 'agent', who: AGENT, at: TUESDAY, kind: 'answer', text: masked('Ring til driften.') } as const;
    const c = aCase('answered', {
      for: 'citizen',
      turns: [turn, { ...turn, kind: 'correction', text: masked('Ring til hallen.') }],
    });
    assert.equal(passOn(c, { person: () => undefined })?.text, 'Ring til hallen.');
  });

  it('exist for whoever asked for a colleague or a citizen, once there is an answer', () => {
    assert.equal(said('Ja.', 'me'), null);
    assert.equal(said('Ja.', undefined), null);
    assert.equal(said('Ja.', 'colleague')?.text, 'Ja.');
    assert.equal(passOn(aCase('active', { for: 'citizen' }), { person: () => undefined }), null);
  });
});
