import type { PersonId } from '../ids.ts';
import { type Masked, NO_WORDS } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import type { Case, CaseFields } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { coAgentOf } from './invitations.ts';
import type { EventKind } from './journal.ts';
import { type Circumstances, type Move, otherSide, pingAll, updateAll } from './move.ts';
import type { CaseNews } from './news.ts';
import { openOffer } from './offer.ts';
import { latestTalkOf } from './talk-proposed.ts';
import type { Talk, Turn } from './turn.ts';

const sideOf = (c: Case, actor: PersonId): Turn['by'] => (actor === c.asker ? 'asker' : 'agent');
export const personOn = (c: Case, side: Turn['by']): PersonId | null => (side === 'asker' ? c.asker : c.agent);

/** A case that was answered or closed goes on when somebody writes. */
const goingOn = (c: Case): Partial<CaseFields> =>
  c.state === 'answered' || c.state === 'closed' ? { state: 'active', closedAt: null } : {};

/** Adds words that ask for more: the case goes on. */
export const speak = (...spoken: Parameters<typeof addTurn>): Move => ({
  ...addTurn(...spoken),
  set: goingOn(spoken[0]),
});

/** Adds a turn to the conversation: pings the other side and updates the writer's own card. */
export const addTurn = (c: Case, actor: PersonId, kind: Turn['kind'], text: Masked, event: EventKind): Move => {
  const by = sideOf(c, actor);
  const other = personOn(c, otherSide(by));
  const offered = openOffer(c)?.agent;
  return {
    set: {},
    turn: { by, who: actor, kind, text, ...signedWith(c, kind) },
    events: [{ kind: event }],
    tell: [
      ...updateAll([actor, coAgentOf(c)]),
      ...(other === null
        ? []
        : [
            {
              to: other,
              manner: 'ping' as const,
              why: event === 'reopened' ? ('reopened' as const) : NEWS_OF_TURN[kind],
              from: c.turns.length,
            },
          ]),
      // While nobody has the case, the agent who holds the offer sees what the asker adds.
      ...(other === null && offered !== undefined ? [{ to: offered, manner: 'quiet' as const }] : []),
    ],
  };
};

/** One answer, signed by both who thought about it (docs/rules.md, "Two agents"). */
const signedWith = (c: Case, kind: Turn['kind']): Pick<Turn, 'with'> => {
  const coAgent = coAgentOf(c);
  return coAgent === null || (kind !== 'answer' && kind !== 'correction') ? {} : { with: coAgent };
};

const NEWS_OF_TURN = {
  reply: 'word',
  'ask-back': 'asked-back',
  answer: 'answered',
  thanks: 'thanked',
  comment: 'commented',
  learned: 'learned',
  correction: 'corrected',
  talk: 'talk-proposed',
  'talk-accepted': 'talk-accepted',
  'talk-cancelled': 'talk-cancelled',
  introduction: 'introduce-asked',
} as const satisfies Record<Turn['kind'], CaseNews>;

const DEFAULT_MINUTES = 30;

export const talk = (c: Case, command: MeasuredCommand<'talk'>, actor: PersonId, context: Circumstances): Move => ({
  ...speak(c, actor, 'talk', NO_WORDS, 'talk-proposed'),
  turn: { by: sideOf(c, actor), who: actor, kind: 'talk', text: NO_WORDS, talk: talkIn(command, context) },
});

/** The talk that a form proposes. @throws Refusal date-past */
export const talkIn = (
  command: Pick<MeasuredCommand<'talk'>, 'start' | 'day' | 'time' | 'minutes' | 'place'>,
  { now, time }: Pick<Circumstances, 'now' | 'time'>,
): Talk => {
  const day = command.day ?? (command.time ? time.localDate(now) : null);
  const start = command.start ?? (day ? time.at(day, command.time ?? '09:00') : null);
  if (start !== null && start < now)
    throw new Refusal('date-past', null, command.start === undefined ? 'day' : 'start');
  return { start, minutes: command.minutes ?? DEFAULT_MINUTES, place: command.place || null };
};

/** The asker reveals their name: news for the agent who has the case, and a new line on the card of an offer. */
export const reveal = (c: Case): Move => ({
  set: { anonymous: false },
  events: [{ kind: 'revealed' }],
  tell: [...updateAll([c.asker, openOffer(c)?.agent ?? null]), ...pingAll([c.agent], 'revealed')],
});

/** Says yes to the talk that the other side proposed last. */
export const acceptTalk = (c: Case, actor: PersonId): Move => {
  const move = speak(c, actor, 'talk-accepted', NO_WORDS, 'talk-accepted');
  // When they have talked, it is for the agent to go on.
  return { ...move, set: { ...move.set, turnOf: 'agent' } };
};

/** Whether the agent's proposal to talk waits for an anonymous asker to show their name. */
export const talkWaits = (c: Case): boolean => c.anonymous && latestTalkOf(c)?.by === 'agent';
