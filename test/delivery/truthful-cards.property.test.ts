import assert from 'node:assert/strict';
import { ErrorCode } from '@slack/web-api';
import fc from 'fast-check';
import sinon from 'sinon';
import { deliveryFault as slackFault } from '../../adapters/slack/delivery-fault.ts';
import { CallFailed } from '../../adapters/teams/connector.ts';
import { deliveryFault as teamsFault } from '../../adapters/teams/delivery-fault.ts';
import type { HeldView } from '../../bot/cases/view-types.ts';
import type { Person } from '../../bot/people/person.ts';
import type { DeliveryError } from '../../outbox/delivery-error.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { letTimePass } from './support/let-time-pass.ts';

const fromTeams = (status: number | null, words: string) => () => teamsFault(new CallFailed(words, status));
const fromSlack = (error: string) => () => slackFault({ code: ErrorCode.PlatformError, data: { error } });

/** Refusals as each platform words them, one or more of each kind; by name, so that a counterexample can be read. */
const TEAMS: Readonly<Record<string, () => DeliveryError>> = {
  'no answer': fromTeams(null, 'socket hang up'),
  '401': fromTeams(401, 'Unauthorized'),
  'disabled by an admin': fromTeams(403, 'BotDisabledByAdmin: The bot is disabled'),
  blocked: fromTeams(403, 'MessageWritesBlocked: The user blocked the conversation'),
  'an unknown 403': fromTeams(403, 'SomethingNew'),
  '404': fromTeams(404, 'ConversationNotFound'),
  'too large': fromTeams(413, 'RequestEntityTooLarge'),
  'bad syntax': fromTeams(400, 'BadSyntax'),
  '429': fromTeams(429, 'Too many requests'),
  '502': fromTeams(502, 'Bad gateway'),
};
const SLACK: Readonly<Record<string, () => DeliveryError>> = {
  invalid_auth: fromSlack('invalid_auth'),
  enterprise_is_restricted: fromSlack('enterprise_is_restricted'),
  user_disabled: fromSlack('user_disabled'),
  channel_not_found: fromSlack('channel_not_found'),
  msg_too_long: fromSlack('msg_too_long'),
  'a new word': fromSlack('something_new'),
  ratelimited: fromSlack('ratelimited'),
  internal_error: fromSlack('internal_error'),
  '503': () => slackFault({ code: ErrorCode.HTTPError, statusCode: 503 }),
};

const asker = aPerson('asker', { addresses: [{ platform: 'teams', id: 'asker', at: TUESDAY }] });
const agent = anAgent('agent', { addresses: [{ platform: 'slack', id: 'agent', at: TUESDAY }] });
const sides = [
  { writer: asker, reader: agent, own: 'teams' },
  { writer: agent, reader: asker, own: 'slack' },
] as const;

/** Somebody writes while the platforms refuse, or accept; later some time passes. */
type Step = { by: 'asker' | 'agent'; teams: string | null; slack: string | null; minutes: number };

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom('asker', 'agent'),
  teams: fc.option(fc.constantFrom(...Object.keys(TEAMS)), { freq: 2 }),
  slack: fc.option(fc.constantFrom(...Object.keys(SLACK)), { freq: 2 }),
  minutes: fc.integer({ min: 0, max: 3 * 24 * 60 }),
});

describe('a card that tells what became of somebody’s words', function () {
  this.timeout(180_000);
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
  });
  afterEach(() => clock.restore());

  const cardsOf = (setup: TestBot, person: Person): HeldView[] =>
    setup
      .chatOf(person)
      .flatMap(({ notice }) => (notice.kind === 'case' && 'passage' in notice.view ? [notice.view as HeldView] : []));
  const hasRead = (setup: TestBot, reader: Person, text: string): boolean =>
    cardsOf(setup, reader).some(({ turns }) => turns.some((turn) => turn.by === 'other' && turn.text === text));
  /** The card that a writer reads last. */
  const passageOn = (setup: TestBot, writer: Person) => {
    const newest = cardsOf(setup, writer).at(-1);
    const said = newest?.turns.findLast(({ by }) => by === 'you')?.text;
    return { said, state: newest?.passage?.state };
  };
  const assertNoFalseArrival = (setup: TestBot): void => {
    for (const { writer, reader } of sides) {
      const { said, state } = passageOn(setup, writer);
      if (state === 'sent' && said !== undefined)
        assert.ok(hasRead(setup, reader, said), `"${said}" is said to have arrived`);
    }
  };

  it('claims an arrival only when there was one, and nothing ends in silence', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const setup = await openTestBot([asker, agent]);
        try {
          await ask(setup, asker);
          await pressNewest(setup, agent, 'accept-case', { text: 'Ord 0' });
          for (const [n, { by, teams, slack, minutes }] of steps.entries()) {
            setup.trouble = (_to, platform) => {
              const fault =
                platform === 'teams' && teams !== null
                  ? TEAMS[teams]
                  : platform === 'slack' && slack !== null
                    ? SLACK[slack]
                    : undefined;
              if (fault !== undefined) throw fault();
            };
            await pressNewest(setup, by === 'asker' ? asker : agent, 'reply', { text: `Ord ${n + 1}` });
            assertNoFalseArrival(setup);
            await letTimePass(minutes, 120, { clock, setup });
            assertNoFalseArrival(setup);
          }
          // Words queue one behind the other, and each is tried for days.
          await letTimePass(30 * 24 * 60, 240, { clock, setup });
          assertNoFalseArrival(setup);
          const stuck = await setup.store.stuckMessages.stuck();
          for (const { writer, reader, own } of sides) {
            const unread = steps.flatMap(({ by }, n) =>
              by === writer._id && !hasRead(setup, reader, `Ord ${n + 1}`) ? [`Ord ${n + 1}`] : [],
            );
            if (unread.length === 0) continue;
            assert.ok(
              stuck.some(({ kind, quiet }) => kind === 'case' && !quiet),
              `an admin sees that ${unread} did not arrive`,
            );
            if (steps.at(-1)?.[own] === null)
              assert.match(passageOn(setup, writer).state ?? '', /^(?:waiting|undeliverable|failed)$/);
          }
        } finally {
          await setup.close();
        }
      }),
      {
        numRuns: 12,
        examples: ['invalid_auth', 'user_disabled', 'msg_too_long'].map((slack): [Step[]] => [
          [0, 600].map((minutes) => ({ by: 'asker', teams: null, slack, minutes })),
        ]),
      },
    ));
});
