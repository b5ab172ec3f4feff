import { DAY } from '../time/units.ts';
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

/**
 * A talk that was called off, without place or names: what is left of it when its case goes, for whoever still has it in
 * a calendar. `from` and `to` are the turns whose links answer with it.
 */
export type CalledOff = {
  from: number;
  to: number;
  start: Date;
  minutes: number;
  fellAway: Date;
  sequence: number;
  language: Case['language'];
};

/** How long calendar files are given after the talk, or after it fell away (docs/rules.md, "Talks"). */
export const CALENDAR_FILE_DAYS = 60;

/** The last moment at which the calendar file of this talk is given. */
export const calendarFileEnds = ({ fellAway, start }: { fellAway: Date | null; start: Date }): Date =>
  new Date((fellAway ?? start).getTime() + CALENDAR_FILE_DAYS * DAY);

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

/** The talks of a case that calendars may not know to be off yet. None while nobody knows who asks: there is no file. */
export const talksCalledOff = (c: Case, now: Date): CalledOff[] => {
  if (c.anonymous) return [];
  const off: CalledOff[] = [];
  for (const turn of c.turns.keys()) {
    const entry = calendarTalkOf(c, turn);
    if (entry === null || entry.fellAway === null) continue;
    const { fellAway, sequence, talk } = entry;
    if (now > calendarFileEnds({ fellAway, start: talk.start })) continue;
    const last = off.at(-1);
    if (last?.to === turn - 1 && last.sequence === sequence && last.start.getTime() === talk.start.getTime())
      last.to = turn;
    else
      off.push({
        from: turn,
        to: turn,
        start: talk.start,
        minutes: talk.minutes,
        fellAway,
        sequence,
        language: c.language,
      });
  }
  return off;
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
