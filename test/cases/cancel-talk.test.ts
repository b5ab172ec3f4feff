import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseVerb } from '../../bot/cases/command.ts';
import { partOf } from '../../bot/cases/part.ts';
import { refusalFor } from '../../bot/cases/rules.ts';
import { stillHolds } from '../../bot/cases/still-holds.ts';
import { moveOf, transition } from '../../bot/cases/transition.ts';
import type { Command } from '../../bot/commands.ts';
import { HOUR } from '../../bot/time/units.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import { aCase, anAgent, aPerson, circumstancesAt, TUESDAY } from '../support/fixtures/builders.ts';

const ID = aCase('active')._id;
const PEOPLE = { asker: aPerson('asker'), agent: anAgent('agent') } as const;
type Side = keyof typeof PEOPLE;
const START = new Date(TUESDAY.getTime() + 24 * HOUR);

const acting = (c: Case, side: Side, command: Command<CaseVerb>, now: Date) => {
  const person = PEOPLE[side];
  return [c, command, person._id, partOf(c, person, new Set()), circumstancesAt({ now, actor: person._id })] as const;
};
const act = (c: Case, side: Side, command: Command<CaseVerb>, now = TUESDAY): Case =>
  applyChange(c, transition(...acting(c, side, command, now)));
const talk = (start: Date | null = START) =>
  ({ verb: 'talk', case: ID, ...(start === null ? {} : { start }) }) as const satisfies Command<'talk'>;
const YES = { verb: 'accept-talk', case: ID } as const;
const OFF = { verb: 'cancel-talk', case: ID } as const;
const told = ({ owes }: Case) => owes.map(({ to, manner }) => `${manner} ${to}`).sort();

describe('calling a talk off', () => {
  for (const proposer of ['asker', 'agent'] as const)
    for (const canceller of ['asker', 'agent'] as const)
      it(`is for both sides: ${canceller} calls off what ${proposer} proposed, agreed or not`, () => {
        const proposed = act(aCase('active'), proposer, talk());
        const other = proposer === 'asker' ? 'agent' : 'asker';
        for (const before of [proposed, act(proposed, other, YES)]) {
          const c = act(before, canceller, OFF);
          assert.deepEqual([c.state, c.turnOf], ['active', 'agent'], 'the case goes on, and the agent with it');
          assert.deepEqual([c.turns.at(-1)?.kind, c.turns.at(-1)?.by], ['talk-cancelled', canceller]);
          assert.equal(c.events.at(-1)?.kind, 'talk-cancelled');
          assert.deepEqual(told(c), [`${canceller === 'asker' ? 'ping agent' : 'ping asker'}`, `quiet ${canceller}`]);
          for (const side of ['asker', 'agent'] as const) {
            assert.equal(refusalFor(c, 'accept-talk', side, TUESDAY), 'no-talk');
            assert.equal(refusalFor(c, 'cancel-talk', side, TUESDAY), 'no-talk-to-cancel');
          }
        }
      });

  it('leaves an answered case answered', () => {
    const proposed = { ...act(aCase('active'), 'agent', talk()), state: 'answered', turnOf: 'asker' } as const;
    const c = act(proposed, 'agent', OFF);
    assert.deepEqual([c.state, c.turnOf, c.closedAt], ['answered', 'asker', null]);
  });

  it('is for a call, too, and for an asker who has not shown their name', () => {
    assert.equal(act(act(aCase('active'), 'asker', talk(null)), 'asker', OFF).turns.at(-1)?.kind, 'talk-cancelled');
    const hidden = act(aCase('active', { anonymous: true }), 'agent', talk());
    const c = act(hidden, 'asker', OFF);
    assert.deepEqual([c.anonymous, c.turns.at(-1)?.by], [true, 'asker']);
  });

  it('is refused once the talk is over, in an earlier conversation, and when there was none', () => {
    const c = act(act(aCase('active'), 'asker', talk()), 'agent', YES);
    const over = new Date(START.getTime() + 30 * 60_000);
    assert.equal(refusalFor(c, 'cancel-talk', 'agent', over), 'no-talk-to-cancel');
    assert.equal(refusalFor({ ...c, turnsFrom: 2 }, 'cancel-talk', 'agent', TUESDAY), 'no-talk-to-cancel');
    assert.equal(refusalFor(aCase('active'), 'cancel-talk', 'asker', TUESDAY), 'no-talk-to-cancel');
  });

  it('takes back the right of the agent to close after a talk, unless one was held', () => {
    const off = act(act(aCase('active'), 'asker', talk()), 'asker', OFF);
    assert.equal(refusalFor(off, 'close-case', 'agent', TUESDAY), 'talk-first');
    const after = new Date(START.getTime() + HOUR);
    const second = act(act(aCase('active'), 'asker', talk()), 'asker', talk(new Date(after.getTime() + HOUR)), after);
    const twice = act(second, 'asker', OFF, after);
    assert.equal(refusalFor(twice, 'close-case', 'agent', after), null, 'the first was over by then');
  });

  it('can be wished again after a new proposal, as can a yes and the same time', () => {
    const agreed = act(act(aCase('active'), 'asker', talk()), 'agent', YES);
    const off = act(agreed, 'asker', OFF);
    assert.equal(stillHolds(off, moveOf(...acting(off, 'asker', talk(), TUESDAY))), false, 'the same time again');
    const again = act(off, 'asker', talk());
    assert.equal(stillHolds(again, moveOf(...acting(again, 'asker', OFF, TUESDAY))), false);
    assert.equal(stillHolds(again, moveOf(...acting(again, 'agent', YES, TUESDAY))), false);
  });

  it('moves a talk that was agreed on: the new time waits for a yes', () => {
    const agreed = act(act(aCase('active'), 'asker', talk()), 'agent', YES);
    const moved = act(agreed, 'agent', talk(new Date(START.getTime() + HOUR)));
    assert.equal(refusalFor(moved, 'accept-talk', 'asker', TUESDAY), null);
    assert.equal(refusalFor(moved, 'accept-talk', 'agent', TUESDAY), 'no-talk');
  });
});
