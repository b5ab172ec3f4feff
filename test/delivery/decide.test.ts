import assert from 'node:assert/strict';
import { type Decision, decide, type Facts, firstTurn, type Message, type Subject } from '../../bot/delivery/decide.ts';
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

const aDraft = (more: Partial<Extract<Subject, { kind: 'draft' }>> = {}): Subject => ({
  kind: 'draft',
  shows: true,
  card: null,
  ...more,
});
const aCase = (more: Partial<Extract<Subject, { kind: 'case' }>> = {}): Subject => ({
  kind: 'case',
  from: 2,
  shows: { past: false, turns: 3 },
  card: null,
  ...more,
});
const aNudge = (more: Partial<Extract<Subject, { kind: 'nudge' }>> = {}): Subject => ({
  kind: 'nudge',
  shows: true,
  card: null,
  moment: { kind: 'now' },
  ...more,
});
const REPLY: Subject = { kind: 'reply' };
const CARD = { configured: true };
const GONE = { configured: false };
/** Shows the conversation from its second turn, and the person was told of two. */
const LIVING = { configured: true, from: 1, pinged: 2 };

type Row = [what: string, message: Message, about: Subject, decision: Decision];

const table = (rows: readonly Row[], facts: Partial<Facts> = {}): void => {
  for (const [what, message, about, decision] of rows) {
    it(what, () => {
      assert.deepEqual(decide(message, { to: { joining: false }, opensAt: null, about, ...facts }), decision);
    });
  }
};

describe('what becomes of a message', () => {
  describe('in working hours', () => {
    table([
      ['a reply is posted, and is no living card', PING, REPLY, post(null)],
      ['a draft is posted as a living card from its beginning', PING, aDraft(), post({ from: 0, pinged: 0 })],
      ['a draft that became a case is obsolete', PING, aDraft({ shows: false }), OBSOLETE],
      ['a draft is updated where it stands', QUIET, aDraft({ card: CARD }), { kind: 'update', from: 0 }],
      ['a draft that stands nowhere is not updated', QUIET, aDraft(), OBSOLETE],
      ['a draft on a platform that is gone is not updated', QUIET, aDraft({ card: GONE }), OBSOLETE],
      ['a draft that became a case is not updated', QUIET, aDraft({ shows: false, card: CARD }), OBSOLETE],
    ]);
  });

  describe('about a case', () => {
    table([
      ['new words are posted, from their own turn on', PING, aCase(), post({ from: 2, pinged: 3 })],
      ['what was asked to be seen is posted whole', ANSWER, aCase({ from: 'all' }), post({ from: 0, pinged: 3 })],
      [
        'the card before keeps its words up to the new ones',
        PING,
        aCase({ card: LIVING }),
        post({ from: 2, pinged: 3 }, { from: 1, to: 2 }),
      ],
      [
        'the card before keeps all its words when the whole case is shown anew',
        ANSWER,
        aCase({ from: 'all', card: LIVING }),
        post({ from: 0, pinged: 3 }, { from: 1, to: 3 }),
      ],
      [
        'the card before is passed over when its platform is gone',
        PING,
        aCase({ card: { ...LIVING, configured: false } }),
        post({ from: 2, pinged: 3 }),
      ],
      [
        'words that an earlier ping brought update that card',
        PING,
        aCase({ card: { ...LIVING, pinged: 3 } }),
        { kind: 'update', from: 1 },
      ],
      [
        'a case that was asked for is posted whatever earlier pings brought',
        ANSWER,
        aCase({ from: 'all', card: { ...LIVING, pinged: 3 } }),
        post({ from: 0, pinged: 3 }, { from: 1, to: 3 }),
      ],
      [
        'words told before on a platform that is gone are obsolete',
        PING,
        aCase({ card: { configured: false, from: 1, pinged: 3 } }),
        OBSOLETE,
      ],
      ['a quiet change updates the living card', QUIET, aCase({ card: LIVING }), { kind: 'update', from: 1 }],
      ['a quiet change without a card is obsolete', QUIET, aCase(), OBSOLETE],
      [
        'a quiet change on a platform that is gone is obsolete',
        QUIET,
        aCase({ card: { ...LIVING, configured: false } }),
        OBSOLETE,
      ],
      ['strangers get nothing', PING, aCase({ shows: null }), OBSOLETE],
      ['strangers see no change either', QUIET, aCase({ shows: null, card: LIVING }), OBSOLETE],
      [
        'past viewers get no new card: theirs changes',
        PING,
        aCase({ shows: { past: true, turns: 3 }, card: LIVING }),
        { kind: 'update', from: 1 },
      ],
      ['past viewers without a card get nothing', PING, aCase({ shows: { past: true, turns: 3 } }), OBSOLETE],
      [
        'past viewers who ask get what they may see',
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
        ['a case waits also when there is nothing to show', PING, aCase({ shows: null }), LATER],
        ['an answer to their own act comes', ANSWER, REPLY, post(null)],
        ['a case that was asked for comes', ANSWER, aCase({ from: 'all' }), post({ from: 0, pinged: 3 })],
        ['a card changes', QUIET, aCase({ card: LIVING }), { kind: 'update', from: 1 }],
        ['a nudge looks at its own hours', PING, aNudge(), post(null)],
        [
          'a nudge that waits has a moment of its own',
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
      ['it was sent by a process that died', PING, aNudge({ moment: { kind: 'sent' } }), { kind: 'sent' }],
      ['it is held with its run', PING, aNudge({ moment: { kind: 'held' } }), { kind: 'held' }],
      ['its week is over, or it was stopped', PING, aNudge({ moment: { kind: 'obsolete' } }), OBSOLETE],
      ['it is updated where it stands', QUIET, aNudge({ card: CARD }), { kind: 'update', from: 0 }],
      ['it is not updated before it was sent', QUIET, aNudge(), OBSOLETE],
      ['it is not updated on a platform that is gone', QUIET, aNudge({ card: GONE }), OBSOLETE],
      ['it is not updated in another’s chat', QUIET, aNudge({ shows: false, card: CARD }), OBSOLETE],
    ]);
  });

  describe('to somebody who is being linked to another', () => {
    table(
      [
        ['what is there is sent', PING, aCase(), post({ from: 2, pinged: 3 })],
        ['a case that is not there yet is tried again', PING, aCase({ shows: null }), JOINING],
        ['a card that is not there yet is tried again', QUIET, aCase(), JOINING],
        ['a draft that is not there yet is tried again', PING, aDraft({ shows: false }), JOINING],
        ['a nudge that is not there yet is tried again', PING, aNudge({ moment: { kind: 'obsolete' } }), JOINING],
        ['a nudge that was sent was sent', PING, aNudge({ moment: { kind: 'sent' } }), { kind: 'sent' }],
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
      ['nobody knows the channel any more', { moment: null }, { kind: 'obsolete' }],
      ['it was sent by a process that died', { moment: { kind: 'sent' } }, { kind: 'sent' }],
      ['it is held with its run', { moment: { kind: 'held' } }, { kind: 'held' }],
      ['the channel wants no more', { moment: { kind: 'obsolete' } }, { kind: 'obsolete' }],
      ['it waits for its hour', { moment: { kind: 'later', at: AT_TEN } }, { kind: 'later', at: AT_TEN }],
      [
        'its platform is gone',
        { configured: false },
        { kind: 'undeliverable', outcome: 'unreachable', reason: 'teams is no longer configured' },
      ],
      [
        'what is obsolete is so on a platform that is gone, too',
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
    ['is that of its new words', PING, 2, null, 2],
    ['is that of its new words beside an older card', PING, 2, LIVING, 2],
    ['is the very first when the case was asked for', ANSWER, 'all', LIVING, 0],
    ['is the card’s for words that were told', PING, 1, LIVING, 1],
    ['is the card’s for a quiet change', QUIET, 3, LIVING, 1],
    ['is none for a quiet change without a card', QUIET, 3, null, null],
  ];
  for (const [what, message, from, card, first] of rows)
    it(what, () => assert.equal(firstTurn(message, from, card), first));
});
