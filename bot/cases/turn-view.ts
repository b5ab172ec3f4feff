import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Case, Turn } from './case.ts';
import type { CalendarLinks } from './port.ts';
import type { AskerShown, Shown, TalkView, TurnView, Viewer } from './view-types.ts';

type Lookup = { links: CalendarLinks; person(id: PersonId): Person | undefined };

/** The asker as others see them. */
export const askerShown = (c: Case, context: Lookup): AskerShown => {
  if (c.anonymous) return { as: 'anonymous' };
  const asker = context.person(c.asker);
  return asker === undefined ? { as: 'erased' } : { as: 'named', name: asker.name, unit: c.unit };
};

/** The turns from `from` up to `to` that this person may see, oldest first. */
export const turnViews = (
  c: Case,
  part: Viewer,
  window: { from: number; to?: number },
  context: Lookup,
): TurnView[] => {
  // What the asker and an earlier agent wrote stays between the two.
  const first = part === 'asker' ? window.from : Math.max(window.from, c.turnsFrom);
  return c.turns.slice(first, window.to).map((turn, i) => turnView(c, turn, first + i, part, context));
};

/** The words of the latest answer. */
export const answerTurn = (c: Case, part: 'asker' | 'agent', context: Lookup): TurnView | null =>
  turnViews(c, part, { from: 0 }, context).findLast(({ kind }) => kind === 'answer') ?? null;

const turnView = (c: Case, turn: Turn, index: number, part: Viewer, context: Lookup): TurnView => {
  const { kind, text, at: saidAt } = turn;
  const said = { kind, text, at: saidAt, talk: talkView(c, turn, index, part, context) };
  const mine = (turn.by === 'asker') === (part === 'asker');
  return mine ? { ...said, by: 'you' } : { ...said, by: 'other', who: speakerShown(c, turn, part, context) };
};

const isHidden = (c: Case, turn: Turn, part: Viewer): boolean => turn.by === 'asker' && c.anonymous && part !== 'asker';

const speakerShown = (c: Case, turn: Turn, part: Viewer, context: Lookup): Shown => {
  if (isHidden(c, turn, part)) return { as: 'anonymous' };
  const speaker = context.person(turn.who);
  return speaker === undefined ? { as: 'erased' } : { as: 'named', name: speaker.name };
};

const talkView = (c: Case, turn: Turn, index: number, part: Viewer, context: Lookup): TalkView | null => {
  const phone = isHidden(c, turn, part) ? null : (context.person(turn.who)?.phone ?? null);
  return talkWith(c, turn, index, phone, context);
};

/** The talk that was proposed last, with the number of the one to talk with once both have names. */
export const latestTalk = (c: Case, part: 'asker' | 'agent', context: Lookup): TalkView | null => {
  const index = c.turns.findLastIndex(({ talk }, i) => talk !== undefined && i >= c.turnsFrom);
  const turn = c.turns[index];
  if (turn === undefined) return null;
  const other = part === 'asker' ? c.agent : c.anonymous ? null : c.asker;
  return talkWith(c, turn, index, (other === null ? null : context.person(other)?.phone) ?? null, context);
};

const talkWith = (c: Case, turn: Turn, index: number, phone: string | null, context: Lookup): TalkView | null => {
  if (turn.talk === undefined) return null;
  const { start, minutes, place } = turn.talk;
  return {
    start,
    minutes,
    place,
    ...(phone === null ? {} : { phone }),
    // The calendar file names both sides, so there is none while the asker is anonymous.
    ...(start === null || c.anonymous ? {} : { calendarUrl: context.links.calendar(c._id, index) }),
  };
};
