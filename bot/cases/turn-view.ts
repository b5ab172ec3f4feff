import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { calendarTalkOf } from './calendar-talk.ts';
import type { Case } from './case.ts';
import { currentAnswer, isCorrected } from './correct-answer.ts';
import { helpIn, openInvitation, readableFrom, shownFrom } from './invitations.ts';
import type { CalendarLinks } from './port.ts';
import type { AskerShown, LostTalk, Shown, TalkView, TurnView } from './said-views.ts';
import { isOver, latestTalkOf } from './talk-proposed.ts';
import type { Turn } from './turn.ts';
import type { ViewContext } from './view-context.ts';
import type { Viewer } from './view-types.ts';

type Lookup = { links: CalendarLinks; reader: PersonId; person(id: PersonId): Person | undefined };

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
  // What the asker and an earlier agent wrote stays between the two, unless the asker shows it.
  const first = Math.max(window.from, firstReadable(c, part));
  return c.turns
    .map((turn, index) => ({ turn, index }))
    .slice(window.from, window.to)
    .filter(({ turn, index }) => index >= first || (part === 'co-agent' && turn.with === context.reader))
    .filter(({ index }) => mayReadVersion(c, index, part))
    .map(({ turn, index }) => turnView(c, turn, index, part, context));
};

/** What an answer said before it was corrected is for its asker and its agent only. */
const mayReadVersion = (c: Case, index: number, part: Viewer): boolean =>
  !isCorrected(c, index) || part === 'asker' || (part === 'agent' && index >= c.turnsFrom);

/** The first turn that this person may read. */
export const firstReadable = (c: Case, part: Viewer): number => {
  const open = openInvitation(c);
  if ((part === 'handed' || part === 'invited') && open !== null) return shownFrom(c, open);
  const help = part === 'co-agent' ? helpIn(c) : null;
  if (help !== null) return shownFrom(c, help);
  return part === 'asker' ? 0 : part === 'agent' ? readableFrom(c) : c.turnsFrom;
};

/** The words of the latest answer, and the earlier ones if they were corrected, oldest first. */
export const answerTurns = (
  c: Case,
  part: 'asker' | 'agent',
  context: Lookup,
): { answerTurn: TurnView | null; earlierAnswers: TurnView[] } => {
  const current = currentAnswer(c);
  const first = c.turns.findLastIndex(({ kind }) => kind === 'answer');
  const versions = turnViews(c, part, { from: Math.max(first, 0), to: current + 1 }, context);
  return {
    answerTurn: versions.at(-1) ?? null,
    earlierAnswers: versions.filter(({ corrected }) => corrected === true),
  };
};

const turnView = (c: Case, turn: Turn, index: number, part: Viewer, context: Lookup): TurnView => {
  const { kind, text, at: saidAt } = turn;
  const talk = talkView(c, turn, index, part, context);
  const signer = turn.with === undefined ? undefined : context.person(turn.with)?.name;
  const said = {
    kind,
    text,
    at: saidAt,
    talk,
    ...(isCorrected(c, index) ? { corrected: true as const } : {}),
    ...(signer === undefined ? {} : { with: signer }),
  };
  // Between the asker and an earlier agent; nobody answers it any more.
  const isEarlier = index < c.turnsFrom;
  if (turn.by === 'asker' && part === 'asker') return { ...said, by: 'you', ...(isEarlier ? { earlier: true } : {}) };
  const who = speakerShown(c, turn, part, context);
  if (isEarlier || (turn.by === 'agent' && isBeside(part))) return { ...said, by: 'before', who };
  return turn.by === 'asker' || part === 'asker' ? { ...said, by: 'other', who } : { ...said, by: 'you' };
};

/** Reads along with the two, and speaks to neither here. */
const isBeside = (part: Viewer): boolean => part === 'handed' || part === 'invited' || part === 'co-agent';

const isHidden = (c: Case, turn: Turn, part: Viewer): boolean => turn.by === 'asker' && c.anonymous && part !== 'asker';

const speakerShown = (c: Case, turn: Turn, part: Viewer, context: Lookup): Shown => {
  if (isHidden(c, turn, part)) return { as: 'anonymous' };
  const speaker = context.person(turn.who);
  return speaker === undefined ? { as: 'erased' } : { as: 'named', name: speaker.name };
};

const talkView = (c: Case, turn: Turn, index: number, part: Viewer, context: Lookup): TalkView | null => {
  // Whoever reads along is not the one to ring.
  const isOneOfTwo = part === 'asker' || part === 'agent';
  const phone = !isOneOfTwo || isHidden(c, turn, part) ? null : (context.person(turn.who)?.phone ?? null);
  return talkWith(c, turn, isOneOfTwo ? index : null, phone, context);
};

/** The talk that was proposed last, with the number of the one to talk with once both have names. */
export const latestTalk = (
  c: Case,
  part: 'asker' | 'agent',
  context: Lookup & { now: Date },
): (TalkView & { agreed: boolean }) | null => {
  const latest = latestTalkOf(c);
  const turn = latest === null ? undefined : c.turns[latest.index];
  if (latest === null || turn === undefined) return null;
  const other = part === 'asker' ? c.agent : c.anonymous ? null : c.asker;
  const phone = (other === null ? null : context.person(other)?.phone) ?? null;
  const shown = talkWith(c, turn, latest.index, phone, context);
  return shown && { ...shown, agreed: latest.agreed && !isOver(latest.talk, context.now) };
};

/**
 * A talk still to come that the reader was to have, and that fell away: when it was to be, and the file that takes it out
 * of a calendar. Null when there is none.
 */
export const lostTalk = (
  c: Case,
  reader: PersonId,
  { links, now }: Pick<ViewContext, 'links' | 'now'>,
): LostTalk | null => {
  const index = c.turns.findLastIndex(({ talk }) => talk?.start);
  const entry = c.anonymous ? null : calendarTalkOf(c, index);
  if (entry?.status !== 'cancelled' || isOver(entry.talk, now)) return null;
  const took =
    reader === c.asker ||
    c.turns
      .slice(index)
      .some(({ who, talk, kind }) => who === reader && (talk !== undefined || kind === 'talk-accepted'));
  return took ? { start: entry.talk.start, now, calendarUrl: links.calendar(c._id, index, entry.talk.start) } : null;
};

const talkWith = (
  c: Case,
  turn: Turn,
  index: number | null,
  phone: string | null,
  context: Lookup,
): TalkView | null => {
  if (turn.talk === undefined) return null;
  const { start, minutes, place } = turn.talk;
  const before = latestTalkOf({ turns: c.turns.slice(0, index ?? 0), turnsFrom: c.turnsFrom });
  return {
    start,
    minutes,
    place,
    ...(phone === null ? {} : { phone }),
    ...(before?.agreed === true && !isOver(before.talk, turn.at) ? { moves: true as const } : {}),
    // The calendar file names both sides, so there is none while the asker is anonymous.
    ...(start === null || index === null || c.anonymous
      ? {}
      : { calendarUrl: context.links.calendar(c._id, index, start) }),
    ...(start !== null && index !== null && calendarTalkOf(c, index)?.status === 'cancelled'
      ? { off: true as const }
      : {}),
  };
};
