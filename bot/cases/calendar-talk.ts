import type { Case } from './case.ts';
import type { CaseEvent, EventKind } from './journal.ts';
import { isOver } from './talk-proposed.ts';
import type { Talk, Turn } from './turn.ts';

/** A talk with a time, as a calendar should hold it. */
export type CalendarTalk = {
  talk: Talk & { start: Date };
  status: 'proposed' | 'agreed' | 'cancelled';
  /** When it fell away, at the latest its own time; null while it stands. */
  fellAway: Date | null;
  /** Grows with each change of the talk, so that a calendar takes the newest. */
  sequence: number;
};

/** The agent no longer has the case, and the talk with them falls away. */
const LEAVINGS: ReadonlySet<EventKind> = new Set(['agent-left', 'given-back', 'handed-over', 'sent-on']);
/** After these a talk falls away, or stands again. */
const CHANGES: ReadonlySet<EventKind> = new Set([...LEAVINGS, 'closed', 'reopened', 'withdrawn']);

/**
 * What the calendar file that belongs to this turn holds: the talk that was proposed last in its conversation
 * (docs/rules.md, "Talks"). Null when no talk there had a time.
 */
export const calendarTalkOf = (c: Case, turn: number): CalendarTalk | null => {
  const ended = endOfConversation(c, turn);
  const until = (at: Date): boolean => ended === null || at <= ended;
  const turns = c.turns.slice(0, turn < c.turnsFrom ? c.turnsFrom : undefined).filter(({ at }) => until(at));
  const index = turns.findLastIndex(({ talk }) => talk?.start);
  const talk = turns[index]?.talk;
  if (index < turn || talk === undefined || talk.start === null) return null;
  const since = turns.slice(index);
  const fell = since.find(({ kind }) => kind === 'talk-cancelled')?.at ?? ended ?? overSince(c);
  const fellAway = fell !== null && !isOver(talk, fell) ? fell : isForgotten(c, turn, ended) ? talk.start : null;
  const status =
    fellAway !== null ? 'cancelled' : since.some(({ kind }) => kind === 'talk-accepted') ? 'agreed' : 'proposed';
  return {
    talk: { ...talk, start: talk.start },
    status,
    fellAway,
    sequence:
      changesOf(
        turns,
        c.events.filter(({ at }) => until(at)),
      ) - 1,
  };
};

/** When the agent of this turn no longer had the case; null while they have it. */
const endOfConversation = ({ turns, turnsFrom, events }: Case, turn: number): Date | null => {
  const at = turns[turn]?.at;
  if (at === undefined || turn >= turnsFrom) return null;
  return events.find((event) => event.at >= at && LEAVINGS.has(event.kind))?.at ?? null;
};

/** An earlier conversation of which no event says when it ended. */
const isForgotten = ({ turnsFrom }: Case, turn: number, ended: Date | null): boolean =>
  turn < turnsFrom && ended === null;

const overSince = ({ state, closedAt }: Case): Date | null =>
  state === 'closed' || state === 'withdrawn' ? closedAt : null;

const TALKING: ReadonlySet<Turn['kind']> = new Set(['talk-accepted', 'talk-cancelled']);

/** How often the entry in the calendar has changed, its beginning included. */
const changesOf = (turns: readonly Turn[], events: readonly CaseEvent[]): number => {
  const begun = turns.find(({ talk }) => talk?.start)?.at;
  if (begun === undefined) return 0;
  const said = turns.filter(({ talk, kind, at }) => at >= begun && (talk?.start || TALKING.has(kind)));
  return said.length + events.filter(({ kind, at }) => at >= begun && CHANGES.has(kind)).length;
};
