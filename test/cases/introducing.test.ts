import assert from 'node:assert/strict';
import type { PersonChoice } from '../../bot/card-fields.ts';
import type { Case } from '../../bot/cases/case.ts';
import { tickFollowUp, tickOffers } from '../../bot/cases/clockwork.ts';
import type { Colleague } from '../../bot/cases/colleague-meant.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import type { Circumstances } from '../../bot/cases/move.ts';
import { partOf } from '../../bot/cases/part.ts';
import { reassign } from '../../bot/cases/reassign.ts';
import { withPersonErased } from '../../bot/cases/replace-person.ts';
import { transition } from '../../bot/cases/transition.ts';
import type { Command } from '../../bot/commands.ts';
import { personId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import type { RefusalCode } from '../../bot/refusal.ts';
import { refusalOf } from '../support/assertions/refusal-of.ts';
import { actOn } from '../support/fixtures/act-on.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import {
  aCase,
  anAgent,
  aPerson,
  aStanding,
  circumstancesAt,
  TUESDAY,
  words,
  workingTime,
} from '../support/fixtures/builders.ts';

const ID = aCase('active')._id;
const PEOPLE: Record<string, Person> = {
  asker: aPerson('asker'),
  agent: anAgent('agent'),
  bente: aPerson('bente'),
  boss: aPerson('boss'),
};
const person = (id: string): Person => PEOPLE[id] ?? anAgent(id);
const BOSS = new Set([personId('boss')]);
const FOUR_HOURS = workingTime.promise(TUESDAY, 240);
const colleague = (id: string, over: Partial<Colleague> = {}): Colleague => ({
  id: personId(id),
  name: person(id).name,
  reachable: true,
  awayUntil: null,
  ...over,
});

type Given = Partial<Circumstances> & { who?: Colleague };
const act = (
  c: Case,
  id: string,
  command: Command<CaseVerb>,
  { who = colleague('bente'), ...more }: Given = {},
): Case =>
  actOn(c, person(id), command, {
    managers: BOSS,
    agents: ['agent', 'other', 'bente'].map((one) => aStanding(one)),
    colleague: who,
    ...more,
  });
const refused = (work: () => unknown): [RefusalCode, string | null, string | null] => {
  const { code, field, day } = refusalOf(work) ?? assert.fail('nothing was refused');
  return [code, field, day];
};
const request = { verb: 'request-introduction', case: ID, text: words('Hun har nøglen.') } as const;
const propose = (c: Case, who = colleague('bente'), more: Given = {}) =>
  act(c, 'agent', { ...request, person: String(who.id) as PersonChoice }, { ...more, who });
const yes = { verb: 'accept-introduction', case: ID } as const;
const no = { verb: 'decline-introduction', case: ID } as const;
const told = ({ owes }: Case) =>
  owes.map(({ to, manner, say }) => `${manner} ${to} ${say.kind === 'case' ? say.why : say.kind}`).sort();
const stands = ({ introductions = [] }: Case) => introductions.map(({ who, state }) => [who, state]);

const active = aCase('active', { promise: 'open', turnOf: 'agent' });
const nameless = { ...active, anonymous: true };
const proposed = propose(active);
const put = act(proposed, 'asker', yes);

describe('an introduction', () => {
  it('asks the asker first, with the agent’s line as a word that keeps the promise', () => {
    assert.deepEqual(stands(proposed), [['bente', 'asker']]);
    assert.deepEqual(told(proposed), ['ping asker introduce-asked', 'quiet agent changed']);
    assert.deepEqual(
      proposed.turns.map(({ by, kind, text }) => [by, kind, text]),
      [['agent', 'introduction', 'Hun har nøglen.']],
    );
    assert.deepEqual([proposed.state, proposed.promise, proposed.turnOf], ['active', 'kept', 'agent']);
    assert.equal(partOf(proposed, person('bente'), BOSS), 'stranger', 'nobody has asked her yet');
  });

  it('asks the colleague after the asker’s yes, of which the agent hears nothing', () => {
    assert.deepEqual(stands(put), [['bente', 'colleague']]);
    assert.deepEqual(told(put), ['ping bente introduce-asked', 'quiet asker changed']);
    assert.equal(partOf(put, person('bente'), BOSS), 'introduced');
  });

  it('comes off on two yeses, and leaves the case as it is', () => {
    const made = act(put, 'bente', yes);
    assert.deepEqual(stands(made), [['bente', 'made']]);
    assert.deepEqual(told(made), ['ping asker introduced', 'quiet agent introduced', 'quiet bente changed']);
    assert.deepEqual([made.state, made.agent, made.answer], ['active', 'agent', null]);
    assert.deepEqual(
      made.events.filter(({ kind }) => kind === 'introduced').map(({ by, about }) => [by, about]),
      [['bente', 'bente']],
    );
  });

  it('says nobody’s name after a no, and the same to the agent whoever said it', () => {
    const forAgent = (c: Case) => told(c).filter((line) => line.includes('agent'));
    const [first, second] = [act(proposed, 'asker', no), act(put, 'bente', no)];
    assert.deepEqual(forAgent(first), ['quiet agent not-introduced']);
    assert.deepEqual(forAgent(second), forAgent(first));
    assert.deepEqual(told(second), ['quiet agent not-introduced', 'quiet asker not-introduced', 'quiet bente changed']);
    assert.deepEqual(told(first), ['quiet agent not-introduced', 'quiet asker changed']);
  });

  it('is answered once, by whoever is asked', () => {
    assert.deepEqual(refused(() => act(put, 'asker', yes))[0], 'no-introduction');
    assert.deepEqual(refused(() => act(act(put, 'bente', no), 'bente', yes))[0], 'no-introduction');
    const again = propose(act(put, 'bente', no), colleague('other'));
    assert.deepEqual(refused(() => act(act(again, 'asker', yes), 'bente', yes))[0], 'no-introduction');
  });

  for (const [name, who, expected] of [
    ['the agent', colleague('agent'), ['not-yourself', 'person', null]],
    ['somebody without a chat', colleague('bente', { reachable: false }), ['colleague-unreachable', 'person', null]],
    ['somebody who is away', colleague('bente', { awayUntil: '2026-12-04' }), ['away-until', 'person', '2026-12-04']],
    ['a named asker', colleague('asker'), ['introduce-asker', 'person', null]],
    ['a named asker’s manager', colleague('boss'), ['introduce-manager', 'person', null]],
  ] as const) {
    it(`is refused on its field for ${name}`, () => {
      assert.deepEqual(
        refused(() => propose(active, who)),
        expected,
      );
    });
  }

  it('is refused for a colleague whom this agent has proposed before', () => {
    assert.deepEqual(refused(() => propose(act(proposed, 'asker', no)))[0], 'introduced-before');
    const later = { ...act(put, 'bente', no), agent: personId('other') };
    assert.deepEqual(stands(act(later, 'other', { ...request, person: 'bente' as PersonChoice })).length, 2);
  });

  it('is no oracle: an anonymous asker, or their manager, is taken like anybody', () => {
    for (const who of ['asker', 'boss']) {
      const taken = propose(nameless, colleague(who));
      const usual = propose(nameless);
      assert.deepEqual(told(taken), told(usual));
      assert.deepEqual(refused(() => act(taken, 'asker', yes))[0], 'introduction-stopped');
      const after = act(taken, 'asker', no);
      assert.deepEqual(told(after), told(act(usual, 'asker', no)));
      assert.ok(told(after).every((line) => !line.includes('boss')));
    }
  });

  it('is no oracle either for an agent whom the asker did not want asked, also when named', () => {
    const c = propose({ ...active, notTo: [personId('other')] }, colleague('other'), {
      managers: new Set([...BOSS, personId('other')]),
    });
    assert.deepEqual(stands(c), [['other', 'asker']]);
    const managers = new Set([...BOSS, personId('other')]);
    assert.deepEqual(refused(() => act(c, 'asker', yes, { managers }))[0], 'introduction-stopped');
  });

  it('does not come off when the colleague is gone, away or without a chat by the asker’s yes', () => {
    for (const who of [
      undefined,
      colleague('bente', { reachable: false }),
      colleague('bente', { awayUntil: '2026-12-01' }),
    ]) {
      const context = circumstancesAt({ actor: personId('asker'), colleague: who });
      const change = transition(proposed, yes, personId('asker'), 'asker', context);
      const c = applyChange(proposed, change);
      assert.deepEqual(stands(c), [['bente', 'lapsed']]);
      assert.deepEqual(told(c), ['quiet agent not-introduced', 'quiet asker changed']);
    }
  });

  it('lapses after four working hours without an answer, each', () => {
    for (const c of [proposed, put]) {
      assert.deepEqual(c.dueAt, FOUR_HOURS);
      assert.equal(tickOffers(c, circumstancesAt({ now: new Date(FOUR_HOURS.getTime() - 1) })), null);
      for (const tick of [tickOffers, tickFollowUp]) {
        const ticked = tick(
          { ...c, state: tick === tickOffers ? 'active' : 'answered' },
          circumstancesAt({ now: FOUR_HOURS }),
        );
        assert.equal(ticked?.did, 'introduction-lapsed');
        assert.deepEqual(stands(applyChange(c, ticked.change)), [['bente', 'lapsed']]);
        assert.ok(told(applyChange(c, ticked.change)).includes('quiet agent not-introduced'));
      }
    }
  });

  it('is called off when the case goes on without its agent, or is over, and the colleague’s card says so', () => {
    const offering = { agents: [aStanding('other')] };
    const stale = { ...put, askedOnAt: TUESDAY };
    const ended: [string, Case][] = [
      ['withdraw', act(put, 'asker', { verb: 'withdraw-case', case: ID })],
      ['close', act(put, 'asker', { verb: 'close-case', case: ID })],
      ['give back', act(put, 'agent', { verb: 'give-back', case: ID, reason: 'too-close' }, offering)],
      ['ask another', act(stale, 'asker', { verb: 'ask-another', case: ID }, offering)],
    ];
    for (const [name, c] of ended) {
      assert.deepEqual(stands(c), [['bente', 'ended']], name);
      assert.ok(told(c).includes('quiet bente changed'), name);
      assert.ok(!told(c).some((line) => line.includes('introduce')), name);
      assert.deepEqual(refused(() => act(c, 'bente', yes))[0], 'no-introduction', name);
    }
    const answer = { verb: 'answer-case', case: ID, text: words('Mødes.'), outcome: 'advice' } as const;
    assert.deepEqual(
      stands(act(act(put, 'agent', answer), 'bente', yes)),
      [['bente', 'made']],
      'an answer ends nothing',
    );
  });

  it('does not come off when the colleague leaves', () => {
    const left = reassign(put, personId('bente'), circumstancesAt());
    assert.equal(left?.did, 'introduction-lapsed');
    assert.deepEqual(told(applyChange(put, left.change)), ['quiet agent not-introduced', 'quiet asker not-introduced']);
    assert.equal(reassign(proposed, personId('bente'), circumstancesAt()), null, 'she was not asked yet');
  });

  it('keeps whoever knows an anonymous asker’s name from the dilemma', () => {
    const other = colleague('other');
    const asked = act(propose(nameless, other), 'asker', yes, { who: other });
    const made = act(asked, 'other', yes, { who: other });
    const back = act(made, 'agent', { verb: 'give-back', case: ID, reason: 'too-close' });
    assert.deepEqual(
      back.offers.filter(({ state }) => state === 'open').map(({ agent }) => agent),
      ['bente'],
      'the first choice is passed over',
    );
    const listed: Case = { ...back, sharing: 'shared', offers: [] };
    assert.equal(partOf(listed, person('other'), BOSS), 'introduced');
    assert.equal(partOf({ ...listed, anonymous: false }, person('other'), BOSS), 'listed');
  });

  it('names nobody who was erased, and keeps no line about them', () => {
    const nobody = personId('g-1');
    const erased = { ...put, ...withPersonErased(put, personId('bente'), nobody) };
    assert.doesNotMatch(JSON.stringify({ ...erased, owes: [] }), /bente|nøglen/u);
    assert.deepEqual(stands(erased), [[nobody, 'colleague']]);
    const agentGone = { ...put, ...withPersonErased(put, personId('agent'), nobody) };
    assert.deepEqual([agentGone.introductions?.[0]?.by, agentGone.turns[0]?.text], [nobody, 'Hun har nøglen.']);
  });
});
