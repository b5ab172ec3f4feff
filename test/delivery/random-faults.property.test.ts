import assert from 'node:assert/strict';
import fc from 'fast-check';
import sinon from 'sinon';
import type { Fault } from '../../bot/messages/fault.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { letTimePass } from './support/let-time-pass.ts';

const on = (...platforms: Platform[]) => ({
  addresses: platforms.map((platform, n) => ({ platform, id: platform, at: new Date(TUESDAY.getTime() - n * 1000) })),
});
const asker = aPerson('asker', on('teams', 'slack'));
const agent = anAgent('agent', on('slack'));

/** Faults after which a word must still arrive: what the platform never accepts is shown as failed instead. */
const PASSING = ['retry', 'doubtful', 'gone', 'barred', 'unreachable', 'unknown'] as const satisfies readonly Fault[];

/** Somebody writes while the platforms refuse; later some time passes. */
const step = fc.record({
  by: fc.constantFrom<'asker' | 'agent'>('asker', 'agent'),
  teams: fc.constantFrom(null, ...PASSING),
  slack: fc.constantFrom(null, ...PASSING),
  minutes: fc.integer({ min: 0, max: 240 }),
});

describe('a conversation over platforms that refuse in every way', function () {
  this.timeout(120_000);
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
  });
  afterEach(() => clock.restore());

  const wordsSeenBy = (setup: TestBot, person: Person): string[] =>
    setup
      .chatOf(person)
      .flatMap(({ notice }) =>
        notice.kind === 'case' && 'turns' in notice.view ? notice.view.turns.map(({ text }) => String(text)) : [],
      );

  it('brings every word in the end, each side’s in the order in which it was written', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const setup = await openTestBot([asker, agent]);
        try {
          await ask(setup, asker);
          await pressNewest(setup, agent, 'accept-case', { text: 'Ord 0' });
          for (const [n, { by, minutes, ...faults }] of steps.entries()) {
            setup.trouble = (_to, platform) => {
              const fault = platform === 'sandbox' ? null : faults[platform];
              if (fault !== null) throw new DeliveryError(fault, `${platform} says ${fault}`);
            };
            await pressNewest(setup, by === 'asker' ? asker : agent, 'reply', { text: `Ord ${n + 1}` });
            await letTimePass(minutes, 20, { clock, setup });
          }
          setup.trouble = null;
          for (const person of [asker, agent]) await setup.bot.returned(person);
          await setup.sender.flush();
          await letTimePass(60, 20, { clock, setup });
          for (const [person, other] of [
            [asker, 'agent'],
            [agent, 'asker'],
          ] as const) {
            const written = steps.flatMap(({ by }, n) => (by === other ? [`Ord ${n + 1}`] : []));
            const seen = wordsSeenBy(setup, person);
            assert.deepEqual(
              written.filter((word) => !seen.includes(word)),
              [],
              `missing in the chat of ${person._id}`,
            );
            const newest = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'case');
            const last = written.at(-1);
            const shown =
              newest?.notice.kind === 'case' && 'turns' in newest.notice.view ? newest.notice.view.turns : [];
            if (last !== undefined)
              assert.ok(
                shown.some(({ text }) => text === last),
                'the newest card has the last word',
              );
          }
          assert.deepEqual(await setup.store.stuckMessages.stuck(), []);
          assert.deepEqual(await setup.store.holds.all(), []);
        } finally {
          await setup.close();
        }
      }),
      { numRuns: 8 },
    ));
});
