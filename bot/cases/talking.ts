import type { PersonId } from '../ids.ts';
import { type Masked, NO_WORDS } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import type { Case, EventKind, Turn } from './case.ts';
import type { CaseStep } from './command.ts';
import { type Circumstances, type Move, otherSide } from './move.ts';
import { openOffer } from './rules.ts';

const sideOf = (c: Case, actor: PersonId): Turn['by'] => (actor === c.asker ? 'asker' : 'agent');
export const personOn = (c: Case, side: Turn['by']): PersonId | null => (side === 'asker' ? c.asker : c.agent);

/** A human word: the other side is pinged with it, the writer's own card shows it; an answered case goes on. */
export const word = (c: Case, actor: PersonId, kind: Turn['kind'], text: Masked, event: EventKind): Move => {
  const by = sideOf(c, actor);
  const other = personOn(c, otherSide(by));
  const offered = openOffer(c)?.agent;
  const goesOn = c.state === 'answered' || c.state === 'closed';
  return {
    set: goesOn ? { state: 'active', closedAt: null } : {},
    turn: { by, who: actor, kind, text },
    events: [{ kind: event }],
    tell: [
      { to: actor, manner: 'quiet' },
      ...(other === null ? [] : [{ to: other, manner: 'ping' as const, from: c.turns.length }]),
      // What the asker adds while nobody has the case follows it to whoever is asked.
      ...(other === null && offered !== undefined ? [{ to: offered, manner: 'quiet' as const }] : []),
    ],
  };
};

const DEFAULT_MINUTES = 30;

export const talk = (c: Case, command: CaseStep<'talk'>, actor: PersonId, at: Circumstances): Move => {
  const day = command.day ?? (command.time ? at.time.localDate(at.now) : null);
  const start = command.start ?? (day ? at.time.at(day, command.time ?? '09:00') : null);
  if (start !== null && start < at.now) throw new Refusal('date-past');
  const move = word(c, actor, 'talk', NO_WORDS, 'talk-proposed');
  return {
    ...move,
    turn: {
      by: sideOf(c, actor),
      who: actor,
      kind: 'talk',
      text: NO_WORDS,
      talk: { start, minutes: command.minutes ?? DEFAULT_MINUTES, place: command.place || null },
    },
  };
};

/** The asker shows their name. The agent hears it at once when their wish to talk waited for it. */
export const reveal = (c: Case): Move => ({
  set: { anonymous: false },
  events: [{ kind: 'revealed' }],
  tell: [
    { to: c.asker, manner: 'quiet' },
    ...(c.agent === null ? [] : [{ to: c.agent, manner: talkWaits(c) ? ('ping' as const) : ('quiet' as const) }]),
  ],
});

/** The agent would like to talk, and the asker is anonymous still. */
export const talkWaits = (c: Case): boolean =>
  c.anonymous && c.turns.some((turn) => turn.kind === 'talk' && turn.by === 'agent');
