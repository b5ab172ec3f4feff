import assert from 'node:assert/strict';
import type { PersonChoice } from '../../bot/card-fields.ts';
import { CASE_STATES, type Case, type CaseState } from '../../bot/cases/case.ts';
import { CASE_VERBS, type CaseVerb } from '../../bot/cases/command.ts';
import type { Introduction } from '../../bot/cases/introduction.ts';
import type { Invitation } from '../../bot/cases/invitations.ts';
import { partOf } from '../../bot/cases/part.ts';
import { transition } from '../../bot/cases/transition.ts';
import type { Command } from '../../bot/commands.ts';
import type { Person } from '../../bot/people/person.ts';
import { DAY } from '../../bot/time/units.ts';
import { refusalOf } from '../support/assertions/refusal-of.ts';
import {
  aCase,
  anAgent,
  aPerson,
  aStanding,
  circumstancesAt,
  masked,
  TUESDAY,
  words,
} from '../support/fixtures/builders.ts';

const ROLES = ['asker', 'agent', 'another', 'earlier', 'introduced', 'manager', 'stranger', 'hr', 'admin'] as const;
type Role = (typeof ROLES)[number];

const PEOPLE: Record<Role, Person> = {
  asker: aPerson('asker', { manager: aPerson('manager')._id }),
  agent: anAgent('agent'),
  another: anAgent('another'),
  // Had the case before, and handed it over.
  earlier: anAgent('earlier'),
  introduced: aPerson('introduced'),
  // The asker's manager is also an agent and must still be excluded.
  manager: anAgent('manager'),
  stranger: aPerson('stranger'),
  hr: aPerson('hr', { roles: ['hr'] }),
  admin: aPerson('admin', { roles: ['admin'] }),
};
const MANAGERS = new Set([PEOPLE.manager._id]);

const ID = aCase('waiting')._id;
const COMMANDS: { [V in CaseVerb]: Command<V> } = {
  'share-with-all': { verb: 'share-with-all', case: ID, share: 'yes' },
  'accept-case': { verb: 'accept-case', case: ID },
  'decline-case': { verb: 'decline-case', case: ID, reason: 'not-today' },
  'give-back': { verb: 'give-back', case: ID, reason: 'too-close' },
  'hand-over': { verb: 'hand-over', case: ID, agent: 'handed' as PersonChoice, reason: words('Du kender det.') },
  'answer-hand-over': { verb: 'answer-hand-over', case: ID, show: 'all' },
  'invite-co-agent': { verb: 'invite-co-agent', case: ID, agent: 'handed' as PersonChoice },
  'answer-invitation': { verb: 'answer-invitation', case: ID, show: 'all' },
  'accept-co-agent': { verb: 'accept-co-agent', case: ID },
  'decline-co-agent': { verb: 'decline-co-agent', case: ID },
  'note-to-agent': { verb: 'note-to-agent', case: ID, text: words('Husk planloven.') },
  'ask-back': { verb: 'ask-back', case: ID, text: words('Hvad er vigtigst?') },
  reply: { verb: 'reply', case: ID, text: words('At de bygger den selv.') },
  talk: { verb: 'talk', case: ID },
  'accept-talk': { verb: 'accept-talk', case: ID },
  'cancel-talk': { verb: 'cancel-talk', case: ID },
  'request-introduction': {
    verb: 'request-introduction',
    case: ID,
    person: 'introduced' as PersonChoice,
    text: words('Hun har nøglen.'),
  },
  'accept-introduction': { verb: 'accept-introduction', case: ID },
  'decline-introduction': { verb: 'decline-introduction', case: ID },
  'answer-case': { verb: 'answer-case', case: ID, text: words('Inviter dem.'), outcome: 'advice' },
  'correct-answer': { verb: 'correct-answer', case: ID, text: words('Inviter dem, og ring først.') },
  'correct-labels': { verb: 'correct-labels', case: ID, principle: 'tydelig-ramme', topic: 'oekonomi' },
  'accept-step': { verb: 'accept-step', case: ID },
  'own-step': { verb: 'own-step', case: ID, nextStep: words('Ringe til driften'), nextStepDate: '2026-12-01' },
  'drop-step': { verb: 'drop-step', case: ID },
  'reveal-me': { verb: 'reveal-me', case: ID },
  'rate-answer': { verb: 'rate-answer', case: ID, helpful: 'yes' },
  'follow-up': { verb: 'follow-up', case: ID, kept: 'yes' },
  thank: { verb: 'thank', case: ID, text: words('Tak for hjælpen.') },
  'close-case': { verb: 'close-case', case: ID },
  'reopen-case': { verb: 'reopen-case', case: ID, text: words('En ting mere.') },
  'withdraw-case': { verb: 'withdraw-case', case: ID },
  'ask-another': { verb: 'ask-another', case: ID },
};

const yes = 'yes';
/** What a person gets for a verb in each state: `yes` or a refusal code. */
type Row = [waiting: string, active: string, answered: string, closed: string, withdrawn: string];
const always = (code: string): Row => [code, code, code, code, code];
/** The row of another agent, who declined the first offer. */
const passed = (waiting: string, taken = 'taken', closed = 'closed'): Row => [
  waiting,
  taken,
  taken,
  closed,
  'withdrawn',
];
const others: Row = ['nobody-has-it', 'taken', 'taken', 'taken', 'withdrawn'];

const TABLE: Record<CaseVerb, { asker: Row; agent: Row; another: Row }> = {
  'share-with-all': {
    asker: ['no-share-question', 'no-share-question', 'no-share-question', 'closed', 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'accept-case': {
    asker: always('only-agent'),
    agent: [yes, 'you-have-it', 'you-have-it', 'closed', 'withdrawn'],
    another: passed('offer-gone'),
  },
  'decline-case': {
    asker: always('only-agent'),
    agent: [yes, 'you-have-it', 'you-have-it', 'closed', 'withdrawn'],
    another: passed('offer-gone'),
  },
  'give-back': {
    asker: always('only-agent'),
    agent: ['only-agent', yes, 'already-answered', 'closed', 'withdrawn'],
    another: always('only-agent'),
  },
  'hand-over': {
    asker: always('only-agent'),
    agent: ['only-agent', yes, yes, 'closed', 'withdrawn'],
    another: always('only-agent'),
  },
  'answer-hand-over': {
    asker: ['nobody-has-it', 'no-colleague-question', 'no-colleague-question', 'closed', 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'invite-co-agent': {
    asker: always('only-agent'),
    agent: ['only-agent', yes, yes, 'closed', 'withdrawn'],
    another: always('only-agent'),
  },
  'answer-invitation': {
    asker: ['nobody-has-it', 'no-colleague-question', 'no-colleague-question', 'closed', 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'accept-co-agent': {
    asker: always('only-agent'),
    agent: ['not-invited', 'not-invited', 'not-invited', 'closed', 'withdrawn'],
    another: ['not-invited', 'not-invited', 'not-invited', 'closed', 'withdrawn'],
  },
  'decline-co-agent': {
    asker: always('only-agent'),
    agent: ['not-invited', 'not-invited', 'not-invited', 'closed', 'withdrawn'],
    another: ['not-invited', 'not-invited', 'not-invited', 'closed', 'withdrawn'],
  },
  'note-to-agent': {
    asker: always('only-agent'),
    agent: ['only-agent', 'no-co-agent', 'no-co-agent', 'closed', 'withdrawn'],
    another: always('only-agent'),
  },
  'ask-back': {
    asker: always('only-agent'),
    agent: ['only-agent', yes, yes, 'closed', 'withdrawn'],
    another: always('only-agent'),
  },
  reply: {
    asker: [yes, yes, yes, yes, 'withdrawn'],
    agent: ['nobody-has-it', yes, yes, 'closed', 'withdrawn'],
    another: others,
  },
  talk: {
    asker: ['nobody-has-it', yes, yes, 'closed', 'withdrawn'],
    agent: ['nobody-has-it', yes, yes, 'closed', 'withdrawn'],
    another: others,
  },
  // Nothing was proposed: test/cases/accept-talk.test.ts has the rest.
  'accept-talk': {
    asker: ['nobody-has-it', 'no-talk', 'no-talk', 'closed', 'withdrawn'],
    agent: ['nobody-has-it', 'no-talk', 'no-talk', 'closed', 'withdrawn'],
    another: others,
  },
  // Nothing was proposed: test/cases/cancel-talk.test.ts has the rest.
  'cancel-talk': {
    asker: ['nobody-has-it', 'no-talk-to-cancel', 'no-talk-to-cancel', 'closed', 'withdrawn'],
    agent: ['nobody-has-it', 'no-talk-to-cancel', 'no-talk-to-cancel', 'closed', 'withdrawn'],
    another: others,
  },
  'request-introduction': {
    asker: always('only-agent'),
    agent: ['only-agent', yes, yes, 'closed', 'withdrawn'],
    another: always('only-agent'),
  },
  // Nothing was proposed: the cases below have the rest.
  'accept-introduction': {
    asker: ['no-introduction', 'no-introduction', 'no-introduction', 'no-introduction', 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'decline-introduction': {
    asker: ['no-introduction', 'no-introduction', 'no-introduction', 'no-introduction', 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'answer-case': {
    asker: always('only-agent'),
    agent: ['only-agent', yes, 'already-answered', 'closed', 'withdrawn'],
    another: always('only-agent'),
  },
  'correct-answer': {
    asker: always('only-agent'),
    agent: ['only-agent', 'nothing-to-correct', yes, yes, 'withdrawn'],
    another: always('only-agent'),
  },
  'correct-labels': {
    asker: ['nobody-has-it', yes, 'only-agent', 'only-agent', 'withdrawn'],
    agent: ['nobody-has-it', yes, yes, yes, 'withdrawn'],
    another: others,
  },
  'accept-step': {
    asker: ['not-answered', 'not-answered', yes, yes, 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'own-step': {
    asker: ['not-answered', 'not-answered', yes, yes, 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'drop-step': {
    asker: ['not-answered', 'not-answered', yes, yes, 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'reveal-me': {
    asker: ['not-anonymous', 'not-anonymous', 'not-anonymous', 'closed', 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'rate-answer': {
    asker: ['not-answered', 'not-answered', yes, yes, 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'follow-up': {
    asker: ['not-answered', 'not-answered', yes, yes, 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  thank: {
    asker: ['not-answered', 'not-answered', yes, yes, 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'close-case': {
    asker: ['nobody-has-it', yes, yes, 'closed', 'withdrawn'],
    agent: ['nobody-has-it', 'talk-first', 'only-asker', 'closed', 'withdrawn'],
    another: others,
  },
  'reopen-case': {
    asker: ['not-closed', 'not-closed', yes, yes, 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'withdraw-case': {
    asker: [yes, yes, yes, 'closed', 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
  'ask-another': {
    asker: ['nothing-to-choose', 'nothing-to-choose', 'nothing-to-choose', 'closed', 'withdrawn'],
    agent: always('only-asker'),
    another: always('only-asker'),
  },
};

/** A case in each state, after `another` declined the first offer. */
const inState = (state: CaseState): Case => {
  const c = aCase(state, { followUp: { askedAt: TUESDAY, step: null, kept: null, saidAt: null } });
  const [offer] = c.offers;
  if (offer === undefined) throw new Error('the builder makes an offer');
  return {
    ...c,
    offers: [
      { ...offer, agent: PEOPLE.another._id, state: 'declined', declined: 'not-today' },
      { ...offer, agent: PEOPLE.earlier._id, state: 'accepted' },
      offer,
    ],
  };
};

const attempt = (c: Case, verb: CaseVerb, role: Role): string => attemptBy(c, verb, PEOPLE[role]);

const attemptBy = (c: Case, verb: CaseVerb, person: Person): string => {
  const at = circumstancesAt({
    actor: person._id,
    managers: MANAGERS,
    agents: ['agent', 'another', 'earlier', 'handed'].map((id) => aStanding(id)),
    colleague: { id: PEOPLE.introduced._id, name: 'Introduced Prøve', reachable: true, awayUntil: null },
  });
  const refused = refusalOf(() => {
    const change = transition(c, COMMANDS[verb], person._id, partOf(c, person, MANAGERS), at);
    assert.ok(change.events.length > 0, `${verb} in ${c.state} leaves an event`);
  });
  return refused?.code ?? yes;
};

describe('every command in every state for every role', () => {
  for (const verb of CASE_VERBS) {
    it(verb, () => {
      for (const [i, state] of CASE_STATES.entries()) {
        for (const role of ROLES) {
          const expected =
            role === 'asker' || role === 'agent' || role === 'another' || role === 'earlier'
              ? TABLE[verb][role === 'earlier' ? 'another' : role][i]
              : 'not-found';
          assert.equal(attempt(inState(state), verb, role), expected, `${verb} · ${state} · ${role}`);
        }
      }
    });
  }

  it('changes nothing when refused', () => {
    const c = Object.freeze(inState('closed'));
    const before = structuredClone(c);
    for (const verb of CASE_VERBS) for (const role of ROLES) attempt(c, verb, role);
    assert.deepEqual(c, before);
  });
});

const HANDED = anAgent('handed');
const inviting = (state: CaseState, given: Partial<Invitation> = {}): Case => ({
  ...inState(state),
  invitations: [
    {
      for: 'hand-over',
      to: HANDED._id,
      by: PEOPLE.agent._id,
      at: TUESDAY,
      until: TUESDAY,
      reason: masked('Du kender det.'),
      show: 'dilemma',
      state: 'colleague',
      ...given,
    },
  ],
});

type Beside = {
  given: Partial<Invitation>;
  own: Partial<Record<CaseVerb, string>>;
  others: Partial<Record<CaseVerb, Partial<Record<Role, string>>>>;
};

/**
 * A colleague beside the two, active or answered. `own`: what they get, where it is not what another agent gets who had
 * or saw the case; `others`: what the others get, where it is not the same as without the colleague.
 */
const alreadyAsked = { 'hand-over': { agent: 'asked-colleague' }, 'invite-co-agent': { agent: 'asked-colleague' } };
const BESIDE: Readonly<Record<string, Beside>> = {
  'to whom the case is being handed over': {
    given: {},
    own: { 'accept-case': yes, 'decline-case': yes },
    others: alreadyAsked,
  },
  'who is invited to help': {
    given: { for: 'co-agent' },
    own: { 'accept-co-agent': yes, 'decline-co-agent': yes },
    others: alreadyAsked,
  },
  'who helps': {
    given: { for: 'co-agent', state: 'accepted' },
    own: { 'accept-co-agent': 'helps-already', 'decline-co-agent': yes, 'note-to-agent': yes },
    others: { 'invite-co-agent': { agent: 'has-co-agent' }, 'note-to-agent': { agent: yes } },
  },
};

/** Nobody hears of it before the asker has answered. */
const ASKED: Readonly<Record<string, Beside>> = {
  'to take the case over': {
    given: { state: 'asker', show: null },
    own: {},
    others: { ...alreadyAsked, 'answer-hand-over': { asker: yes } },
  },
  'to help': {
    given: { for: 'co-agent', state: 'asker', show: null },
    own: {},
    others: { ...alreadyAsked, 'answer-invitation': { asker: yes } },
  },
};

const STATES = ['active', 'answered'] as const;
const checkOthers = (verb: CaseVerb, { given, others }: Beside) => {
  for (const state of STATES)
    for (const role of ROLES) {
      const expected = others[verb]?.[role] ?? attempt(inState(state), verb, role);
      assert.equal(attempt(inviting(state, given), verb, role), expected, `${verb} · ${state} · ${role}`);
    }
};

for (const [who, beside] of Object.entries(BESIDE))
  describe(`every command beside a colleague ${who}`, () => {
    for (const verb of CASE_VERBS)
      it(verb, () => {
        for (const [i, state] of STATES.entries()) {
          const expected = beside.own[verb] ?? TABLE[verb].another[i + 1];
          assert.equal(attemptBy(inviting(state, beside.given), verb, HANDED), expected, `${verb} · ${state}`);
        }
        for (const [state, i] of [
          ['closed', 3],
          ['withdrawn', 4],
        ] as const) {
          const ended = inviting(state, { ...beside.given, state: 'over' });
          assert.equal(attemptBy(ended, verb, HANDED), TABLE[verb].another[i], `${verb} · ${state}`);
        }
        // A closed case keeps its co-agent, who has nothing to do there.
        const closed = inviting('closed', beside.given);
        const refused = beside.own[verb] === undefined ? TABLE[verb].another[3] : 'closed';
        assert.equal(attemptBy(closed, verb, HANDED), refused, `${verb} · closed`);
        checkOthers(verb, beside);
      });
  });

for (const [what, beside] of Object.entries(ASKED))
  describe(`every command while the asker is asked whether a colleague is ${what}`, () => {
    for (const verb of CASE_VERBS)
      it(verb, () => {
        for (const state of STATES)
          assert.equal(attemptBy(inviting(state, beside.given), verb, HANDED), 'not-found', `${verb} · ${state}`);
        checkOthers(verb, beside);
      });
  });

/** A case whose agent has proposed `introduced`, as far as this. */
const introducing = (state: CaseState, stands: Introduction['state'], putAt: Date | null = TUESDAY): Case => ({
  ...inState(state),
  introductions: [
    {
      by: PEOPLE.agent._id,
      who: PEOPLE.introduced._id,
      turn: 0,
      at: TUESDAY,
      until: new Date(TUESDAY.getTime() + 1),
      state: stands,
      putAt,
    },
  ],
});

/** What each of them gets for an introduction that stands like this, in a case that goes on. */
const INTRODUCED: [Introduction['state'], CaseVerb, Record<'asker' | 'agent' | 'another' | 'introduced', string>][] = [
  ['asker', 'accept-introduction', { asker: yes, agent: 'only-asker', another: 'only-asker', introduced: 'not-found' }],
  [
    'asker',
    'decline-introduction',
    { asker: yes, agent: 'only-asker', another: 'only-asker', introduced: 'not-found' },
  ],
  [
    'colleague',
    'accept-introduction',
    { asker: 'no-introduction', agent: 'only-asker', another: 'only-asker', introduced: yes },
  ],
  [
    'colleague',
    'decline-introduction',
    { asker: 'no-introduction', agent: 'only-asker', another: 'only-asker', introduced: yes },
  ],
  ...(['made', 'declined', 'lapsed', 'ended'] as const).flatMap((stands) =>
    (['accept-introduction', 'decline-introduction'] as const).map(
      (verb): [Introduction['state'], CaseVerb, Record<'asker' | 'agent' | 'another' | 'introduced', string>] => [
        stands,
        verb,
        { asker: 'no-introduction', agent: 'only-asker', another: 'only-asker', introduced: 'no-introduction' },
      ],
    ),
  ),
];

describe('an introduction', () => {
  for (const [stands, verb, expected] of INTRODUCED) {
    it(`that stands as ${stands}, given ${verb}`, () => {
      for (const state of ['active', 'answered'] as const) {
        const c = introducing(state, stands, stands === 'asker' ? null : TUESDAY);
        for (const role of ROLES) {
          const one = role === 'earlier' ? 'another' : role;
          const said = Object.hasOwn(expected, one) ? expected[one as keyof typeof expected] : 'not-found';
          assert.equal(attempt(c, verb, role), said, `${state} · ${role}`);
        }
      }
    });
  }

  it('shows the colleague nothing but the question, whatever they press in whatever state', () => {
    for (const state of CASE_STATES) {
      for (const stands of ['colleague', 'made', 'declined', 'lapsed', 'ended'] as const) {
        for (const verb of CASE_VERBS) {
          if (verb === 'accept-introduction' || verb === 'decline-introduction') continue;
          assert.equal(attempt(introducing(state, stands), verb, 'introduced'), 'not-found', `${verb} · ${state}`);
        }
      }
    }
  });

  it('asks nobody in a case that waits or is over', () => {
    for (const state of ['waiting', 'closed', 'withdrawn'] as const) {
      for (const verb of ['accept-introduction', 'decline-introduction'] as const)
        assert.equal(attempt(introducing(state, 'colleague'), verb, 'introduced'), 'no-introduction', state);
    }
  });

  it('lets no second one be proposed while it is open', () => {
    for (const state of STATES)
      for (const stands of ['asker', 'colleague'] as const)
        assert.equal(attempt(introducing(state, stands), 'request-introduction', 'agent'), 'introduction-open');
  });
});

describe('every command on the common list, by an agent who may take the case', () => {
  const shared: Case = { ...inState('waiting'), sharing: 'shared', offers: [] };
  for (const verb of CASE_VERBS)
    it(verb, () => {
      const mayTake = verb === 'accept-case' || verb === 'decline-case';
      assert.equal(attemptBy(shared, verb, HANDED), mayTake ? yes : TABLE[verb].another[0]);
    });
});

const LONG_AGO = new Date(TUESDAY.getTime() - 31 * DAY);
/** What a cell asks of the case besides: who, in which states, in which case, and what they are told. */
const CONDITIONS: readonly [CaseVerb, Role, readonly CaseState[], Partial<Case>, string][] = [
  ...(['reply', 'own-step', 'accept-step', 'drop-step', 'rate-answer', 'thank', 'reopen-case'] as const).map(
    (verb): [CaseVerb, Role, CaseState[], Partial<Case>, string] => [
      verb,
      'asker',
      ['closed'],
      { closedAt: LONG_AGO },
      'too-late',
    ],
  ),
  ['correct-answer', 'agent', ['closed'], { closedAt: LONG_AGO }, 'too-late'],
  ['correct-answer', 'agent', ['answered', 'closed'], { answer: null }, 'nothing-to-correct'],
  ['rate-answer', 'asker', ['closed'], { answer: null }, 'not-answered'],
  ['thank', 'asker', ['closed'], { agent: null }, 'not-answered'],
  ['accept-step', 'asker', ['answered', 'closed'], { step: null }, 'no-step'],
  ['drop-step', 'asker', ['answered', 'closed'], { step: null }, 'no-step'],
  ['follow-up', 'asker', ['answered', 'closed'], { followUp: null }, 'not-asked-yet'],
  ['talk', 'asker', ['active', 'answered'], { anonymous: true }, 'reveal-first'],
  ['reveal-me', 'asker', ['waiting', 'active', 'answered'], { anonymous: true }, yes],
  ['share-with-all', 'asker', ['waiting'], { sharing: 'asked', offers: [] }, yes],
  ['ask-another', 'asker', ['active'], { askedOnAt: TUESDAY }, yes],
];

describe('what a cell asks of the case', () => {
  for (const [verb, role, states, given, expected] of CONDITIONS)
    it(`${JSON.stringify(Object.keys(given))} ${verb}`, () => {
      for (const state of states)
        assert.equal(attempt({ ...inState(state), ...given }, verb, role), expected, `${verb} · ${state} · ${role}`);
    });
});
