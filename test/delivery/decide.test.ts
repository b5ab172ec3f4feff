import assert from 'node:assert/strict';
import {
  type Decision,
  decide,
  type Facts,
  firstTurn,
  type Message,
  type MessageFacts,
} from '../../bot/delivery/decide.ts';
import { decideInTeam, type TeamFacts } from '../../bot/delivery/decide-in-team.ts';

const PING: Message = { manner: 'ping' };
const ANSWER: Message = { manner: 'ping', answers: true };
const QUIET: Message = { manner: 'quiet' };

const MONDAY = new Date('2026-11-30T07:00:00.000Z');
const AT_TEN = new Date('2026-11-30T09:00:00.000Z');
const OBSOLETE: Decision = { kind: 'obsolete' };
const LATER: Decision = { kind: 'later', at: MONDAY };
const JOINING: Decision = {
  kind: 'undeliverable',
  outcome: 'retry',
  reason: 'the person is being linked to another',
};
const post = (card: { from: number; pinged: number } | null, settle: { from: number; to: number } | null = null) =>
  ({ kind: 'post', card, settle }) as const;

const aDraft = (more: Partial<Extract<MessageFacts, { kind: 'draft' }>> = {}): MessageFacts => ({
  kind: 'draft',
  shows: true,
  isNewest: true,
  card: null,
  ...more,
});
const aCase = (more: Partial<Extract<MessageFacts, { kind: 'case' }>> = {}): MessageFacts => ({
  kind: 'case',
  from: 2,
  shows: { past: false, turns: 3 },
  card: null,
  ...more,
});
const aNudge = (more: Partial<Extract<MessageFacts, { kind: 'nudge' }>> = {}): MessageFacts => ({
  kind: 'nudge',
  shows: true,
  card: null,
  moment: { kind: 'now' },
  ...more,
});
const REPLY: MessageFacts = { kind: 'reply' };
const CARD = { configured: true };
const GONE = { configured: false };
/** A card that shows the conversation from its second turn; the person was pinged about two turns. */
const LIVING = { configured: true, from: 1, pinged: 2 };

type Row = [what: string, message: Message, about: MessageFacts, decision: Decision];

const table = (rows: readonly Row[], facts: Partial<Facts> = {}): void => {
  for (const [what, message, about, decision] of rows) {
    it(what, () => {
      assert.deepEqual(decide(message, { to: { joining: false }, opensAt: null, about, ...facts }), decision);
    });
  }
};

describe('the decision on a message', () => {
  describe('in working hours', () => {
    table([
      ['a reply is posted, not as a living card', PING, REPLY, post(null)],
      ['a draft is posted as a living card from its first turn', PING, aDraft(), post({ from: 0, pinged: 0 })],
      [
        'the next preview of a draft takes the place of the one before',
        PING,
        aDraft({ card: CARD }),
        post({ from: 0, pinged: 0 }, { from: 0, to: 0 }),
      ],
      ['a preview on a removed platform is left alone', PING, aDraft({ card: GONE }), post({ from: 0, pinged: 0 })],
      ['a preview that a newer one overtakes is obsolete', PING, aDraft({ isNewest: false }), OBSOLETE],
      ['a draft that became a case is obsolete', PING, aDraft({ shows: false }), OBSOLETE],
      ['a draft is updated on its card', QUIET, aDraft({ card: CARD }), { kind: 'update', from: 0 }],
      ['a draft without a card is not updated', QUIET, aDraft(), OBSOLETE],
      ['a draft on a removed platform is not updated', QUIET, aDraft({ card: GONE }), OBSOLETE],
      ['a draft that became a case is not updated', QUIET, aDraft({ shows: false, card: CARD }), OBSOLETE],
    ]);
  });

  describe('about a case', () => {
    table([
      ['new words are posted, starting with their own turn', PING, aCase(), post({ from: 2, pinged: 3 })],
      [
        'a case that the person asked to see is posted whole',
        ANSWER,
        aCase({ from: 'all' }),
        post({ from: 0, pinged: 3 }),
      ],
      [
        'the previous card keeps its words up to the new ones',
        PING,
        aCase({ card: LIVING }),
        post({ from: 2, pinged: 3 }, { from: 1, to: 2 }),
      ],
      [
        'the previous card keeps all its words when the whole case is shown again',
        ANSWER,
        aCase({ from: 'all', card: LIVING }),
        post({ from: 0, pinged: 3 }, { from: 1, to: 3 }),
      ],
      [
        'the previous card is ignored when its platform is removed',
        PING,
        aCase({ card: { ...LIVING, configured: false } }),
        post({ from: 2, pinged: 3 }),
      ],
      [
        'words that an earlier ping delivered update that card',
        PING,
        aCase({ card: { ...LIVING, pinged: 3 } }),
        { kind: 'update', from: 1 },
      ],
      [
        'a case that the person asked for is posted whatever earlier pings delivered',
        ANSWER,
        aCase({ from: 'all', card: { ...LIVING, pinged: 3 } }),
        post({ from: 0, pinged: 3 }, { from: 1, to: 3 }),
      ],
      [
        'words already delivered on a removed platform are obsolete',
        PING,
        aCase({ card: { configured: false, from: 1, pinged: 3 } }),
        OBSOLETE,
      ],
      ['a quiet change updates the living card', QUIET, aCase({ card: LIVING }), { kind: 'update', from: 1 }],
      ['a quiet change without a card is obsolete', QUIET, aCase(), OBSOLETE],
      [
        'a quiet change on a removed platform is obsolete',
        QUIET,
        aCase({ card: { ...LIVING, configured: false } }),
        OBSOLETE,
      ],
      ['strangers get nothing', PING, aCase({ shows: null }), OBSOLETE],
      ['strangers see no update either', QUIET, aCase({ shows: null, card: LIVING }), OBSOLETE],
      [
        'past viewers get no new card: theirs is updated',
        PING,
        aCase({ shows: { past: true, turns: 3 }, card: LIVING }),
        { kind: 'update', from: 1 },
      ],
      ['past viewers without a card get nothing', PING, aCase({ shows: { past: true, turns: 3 } }), OBSOLETE],
      [
        'past viewers who ask get the part they may see',
        ANSWER,
        aCase({ from: 'all', shows: { past: true, turns: 3 } }),
        post({ from: 0, pinged: 3 }),
      ],
    ]);
  });

  describe('outside working hours', () => {
    table(
      [
        ['a ping waits', PING, REPLY, LATER],
        ['a draft waits', PING, aDraft(), LATER],
        ['a case waits', PING, aCase(), LATER],
        ['a case waits even when there is nothing to show', PING, aCase({ shows: null }), LATER],
        ['an answer to their own act is posted', ANSWER, REPLY, post(null)],
        ['a case that they asked for is posted', ANSWER, aCase({ from: 'all' }), post({ from: 0, pinged: 3 })],
        ['a card is updated', QUIET, aCase({ card: LIVING }), { kind: 'update', from: 1 }],
        ['a nudge follows its own hours', PING, aNudge(), post(null)],
        [
          'a nudge that waits has its own time',
          PING,
          aNudge({ moment: { kind: 'later', at: AT_TEN } }),
          { kind: 'later', at: AT_TEN },
        ],
      ],
      { opensAt: MONDAY },
    );
  });

  describe('about the weekly principle', () => {
    table([
      ['it is posted', PING, aNudge(), post(null)],
      [
        'it is sent already when a process sent it and died',
        PING,
        aNudge({ moment: { kind: 'sent' } }),
        { kind: 'sent' },
      ],
      ['it is held while its run is held', PING, aNudge({ moment: { kind: 'held' } }), { kind: 'held' }],
      [
        'it is obsolete when its week is over or the person stopped',
        PING,
        aNudge({ moment: { kind: 'obsolete' } }),
        OBSOLETE,
      ],
      ['it is updated on its card', QUIET, aNudge({ card: CARD }), { kind: 'update', from: 0 }],
      ['it is not updated before it is sent', QUIET, aNudge(), OBSOLETE],
      ['it is not updated on a removed platform', QUIET, aNudge({ card: GONE }), OBSOLETE],
      ['it is not updated in another person’s chat', QUIET, aNudge({ shows: false, card: CARD }), OBSOLETE],
    ]);
  });

  describe('to a person who is being linked', () => {
    table(
      [
        ['what can be shown is posted', PING, aCase(), post({ from: 2, pinged: 3 })],
        ['a case that cannot be shown yet is retried', PING, aCase({ shows: null }), JOINING],
        ['a card that does not exist yet is retried', QUIET, aCase(), JOINING],
        ['a draft that cannot be shown yet is retried', PING, aDraft({ shows: false }), JOINING],
        ['a nudge that cannot be shown yet is retried', PING, aNudge({ moment: { kind: 'obsolete' } }), JOINING],
        ['a nudge that was sent is not retried', PING, aNudge({ moment: { kind: 'sent' } }), { kind: 'sent' }],
      ],
      { to: { joining: true } },
    );
    table([['working hours come first', PING, aCase({ shows: null }), LATER]], {
      to: { joining: true },
      opensAt: MONDAY,
    });
  });

  describe('to a team’s channel', () => {
    const facts: TeamFacts = { moment: { kind: 'now' }, platform: 'teams', configured: true };
    const rows: [what: string, facts: Partial<TeamFacts>, decision: ReturnType<typeof decideInTeam>][] = [
      ['it is posted', {}, { kind: 'post' }],
      ['it is obsolete when the channel is unknown', { moment: null }, { kind: 'obsolete' }],
      ['it is sent already when a process sent it and died', { moment: { kind: 'sent' } }, { kind: 'sent' }],
      ['it is held while its run is held', { moment: { kind: 'held' } }, { kind: 'held' }],
      ['it is obsolete when the channel has stopped', { moment: { kind: 'obsolete' } }, { kind: 'obsolete' }],
      ['it waits for its time', { moment: { kind: 'later', at: AT_TEN } }, { kind: 'later', at: AT_TEN }],
      [
        'it is unreachable when its platform is removed',
        { configured: false },
        { kind: 'undeliverable', outcome: 'unreachable', reason: 'teams is no longer configured' },
      ],
      [
        'it stays obsolete when its platform is removed',
        { configured: false, moment: { kind: 'obsolete' } },
        { kind: 'obsolete' },
      ],
    ];
    for (const [what, more, decision] of rows)
      it(what, () => assert.deepEqual(decideInTeam({ ...facts, ...more }), decision));
  });
});

describe('the first turn that a message about a case shows', () => {
  const rows: [what: string, ...Parameters<typeof firstTurn>, first: number | null][] = [
    ['is the turn of its new words', PING, 2, null, 2],
    ['is the turn of its new words when an older card exists', PING, 2, LIVING, 2],
    ['is the very first when the person asked for the case', ANSWER, 'all', LIVING, 0],
    ['is the card’s for words already delivered', PING, 1, LIVING, 1],
    ['is the card’s for a quiet change', QUIET, 3, LIVING, 1],
    ['is none for a quiet change without a card', QUIET, 3, null, null],
  ];
  for (const [what, message, from, card, first] of rows)
    it(what, () => assert.equal(firstTurn(message, from, card), first));
});
