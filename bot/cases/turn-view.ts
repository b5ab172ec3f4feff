import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Case, Turn } from './case.ts';
import type { CalendarLinks } from './port.ts';
import type { AskerShown, Shown, TalkView, TurnView, Viewer } from './view.ts';

type Looking = { links: CalendarLinks; person(id: PersonId): Person | undefined };

/** The asker, to anybody else. */
export const askerShown = (c: Case, at: Looking): AskerShown => {
  if (c.anonymous) return { as: 'anonymous' };
  const asker = at.person(c.asker);
  return asker === undefined ? { as: 'erased' } : { as: 'named', name: asker.name, unit: c.unit };
};

/** The part of the conversation from `from` up to `to`, oldest first. */
export const turnViews = (c: Case, part: Viewer, window: { from: number; to?: number }, at: Looking): TurnView[] => {
  // What was said between the asker and an earlier agent stays between the two.
  const first = part === 'asker' ? window.from : Math.max(window.from, c.turnsFrom);
  return c.turns.slice(first, window.to).map((turn, i) => turnView(c, turn, first + i, part, at));
};

const turnView = (c: Case, turn: Turn, index: number, part: Viewer, at: Looking): TurnView => {
  const { kind, text, at: saidAt } = turn;
  const said = { kind, text, at: saidAt, talk: talkView(c, turn, index, part, at) };
  const mine = (turn.by === 'asker') === (part === 'asker');
  return mine ? { ...said, by: 'you' } : { ...said, by: 'other', who: speakerShown(c, turn, part, at) };
};

const isHidden = (c: Case, turn: Turn, part: Viewer): boolean => turn.by === 'asker' && c.anonymous && part !== 'asker';

const speakerShown = (c: Case, turn: Turn, part: Viewer, at: Looking): Shown => {
  if (isHidden(c, turn, part)) return { as: 'anonymous' };
  const speaker = at.person(turn.who);
  return speaker === undefined ? { as: 'erased' } : { as: 'named', name: speaker.name };
};

const talkView = (c: Case, turn: Turn, index: number, part: Viewer, at: Looking): TalkView | null => {
  if (turn.talk === undefined) return null;
  const { start, minutes, place } = turn.talk;
  const phone = isHidden(c, turn, part) ? null : (at.person(turn.who)?.phone ?? null);
  return {
    start,
    minutes,
    place,
    ...(phone === null ? {} : { phone }),
    // An invitation names both, so it waits until the asker has shown who they are.
    ...(start === null || c.anonymous ? {} : { calendarUrl: at.links.calendar(c._id, index) }),
  };
};
