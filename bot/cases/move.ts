import type { PersonId } from '../ids.ts';
import { caseMessageId, stuckCaseId } from '../messages/ids.ts';
import { answer, type Owed, ping, update } from '../messages/owed.ts';
import type { Organisation } from '../organisation.ts';
import type { Standing } from '../routing/choose-agent.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Case, CaseChange, CaseFields } from './case.ts';
import type { Colleague } from './colleague-meant.ts';
import { nextDue } from './due.ts';
import { calledOff } from './introduction.ts';
import type { CaseEvent } from './journal.ts';
import type { CaseNews } from './news.ts';
import type { Note } from './note.ts';
import type { CaseSaying } from './saying.ts';
import { transitsFor } from './transit.ts';
import type { Turn } from './turn.ts';

/** What a transition may know besides the case. `actor` is null when the clock acts. */
export type Circumstances = {
  now: Date;
  actor: PersonId | null;
  time: WorkingTime;
  organisation: Pick<Organisation, 'promiseHours' | 'promiseTodayHours' | 'offerMinutes'>;
  /** Every agent as routing sees them. */
  agents: readonly Standing[];
  /** The agents' names, by which a colleague may be chosen. */
  names: ReadonlyMap<PersonId, string>;
  /** Strangers to the case: all managers above the asker, and the agents whom the asker left out. */
  managers: ReadonlySet<PersonId>;
  /**
   * Whom to tell that a case waits: the coordinator, or else the admins. It never depends on who asked, so that getting
   * or not getting the message tells nothing.
   */
  lookouts: readonly PersonId[];
  /** The colleague whom a command about an introduction means; missing for every other command. */
  colleague?: Colleague | undefined;
};

/**
 * Who is told about a move, and why. `from` is the first turn that is new to them; without it, no words are new. A quiet
 * update without `why` only redraws the card.
 */
export type Telling = { to: PersonId; from?: number } & (
  | { manner: 'ping'; why: Exclude<CaseNews, 'changed'> }
  | { manner: 'quiet'; why?: CaseNews }
);

/** Pings each of these people; skips nulls. */
export const pingAll = (
  people: readonly (PersonId | null)[],
  why: Extract<Telling, { manner: 'ping' }>['why'],
): Telling[] => people.filter((to) => to !== null).map((to) => ({ to, manner: 'ping', why }));

/** Updates the card of each of these people; skips nulls. */
export const updateAll = (people: readonly (PersonId | null)[], why: CaseNews = 'changed'): Telling[] =>
  people.filter((to) => to !== null).map((to) => ({ to, manner: 'quiet', why }));

/** A change of a case before `finish` adds times and ids. */
export type Move = {
  set: Partial<CaseFields>;
  turn?: Omit<Turn, 'at'>;
  /** A note that `set` adds: words that stand once they are said. */
  note?: Note;
  events: (Pick<CaseEvent, 'kind' | 'outcome' | 'helpful' | 'kept' | 'next' | 'principle' | 'topic'> & {
    about?: PersonId;
  })[];
  tell: Telling[];
  /** Who hears, without its text, that the case waits. */
  lookouts?: readonly PersonId[];
};

export const otherSide = (by: Turn['by']): Turn['by'] => (by === 'asker' ? 'agent' : 'asker');

/**
 * Turns a move into one conditional write: adds times, the next due time, and the messages it owes. `rev` is the
 * revision that it makes: a new case begins with 0.
 */
export const finish = (c: Case, move: Move, context: Circumstances, rev = c.rev + 1): CaseChange => {
  const { now, actor } = context;
  const spoken: Partial<CaseFields> = move.turn ? afterTurn(c, move.turn, now) : {};
  const asked: Partial<CaseFields> = { ...spoken, ...move.set };
  const off = calledOff({ ...c, ...asked });
  const set: Partial<CaseFields> = { ...asked, ...off.set };
  const turns: Turn[] = move.turn ? [{ ...move.turn, at: now }] : [];
  const events = [...move.events, ...off.events].map(
    ({ kind, about, ...chosen }): CaseEvent => ({ at: now, kind, by: actor, about: about ?? null, ...chosen }),
  );
  const after: Case = { ...c, ...set, turns: [...c.turns, ...turns], events: [...c.events, ...events] };
  const owes = owedFor(c, rev, [...move.tell, ...updateAll([off.asked])], context, after.turns.length);
  const begun = transitsFor(c, after, owes, now);
  const transits = begun.length === 0 ? {} : { transits: [...(c.transits ?? []), ...begun] };
  return {
    set: { ...set, ...transits, dueAt: nextDue({ ...after, ...transits }, context.time) },
    turns,
    events,
    owes: [
      ...owes,
      ...(move.lookouts ?? []).map((to, i) =>
        ping(stuckCaseId(c._id, rev, i), to, { kind: 'stuck-case' as const, case: c._id }, context.time.nextOpen(now)),
      ),
    ],
  };
};

export const owedFor = (
  c: Pick<Case, '_id'>,
  rev: number,
  tell: readonly Telling[],
  { now, actor, time }: Pick<Circumstances, 'now' | 'actor' | 'time'>,
  end: number,
): Owed<CaseSaying>[] =>
  onePerPerson(tell).map(({ to, manner, from, why = 'changed' }, i) => {
    const id = caseMessageId(c._id, rev, i);
    const say = { kind: 'case', case: c._id, from: from ?? end, why } as const;
    if (manner === 'quiet') return update(id, to, say, now);
    // Nobody is pinged outside working hours, except in answer to their own action (docs/rules.md, "Quiet hours").
    return to === actor ? answer(id, to, say, now) : ping(id, to, say, time.nextOpen(now));
  });

/** One message per person: a ping includes everything that a quiet update would show. */
const onePerPerson = (tell: readonly Telling[]): Telling[] =>
  tell.filter(({ to, manner }, i) =>
    manner === 'ping'
      ? tell.findIndex((other) => other.to === to && other.manner === 'ping') === i
      : !tell.some((other, j) => other.to === to && (other.manner === 'ping' || j < i)),
  );

/** Whether words of this kind want an answer, so that it is the other side's turn. */
const WANTS_ANSWER = {
  reply: true,
  'ask-back': true,
  answer: true,
  talk: true,
  'talk-accepted': true,
  'talk-cancelled': true,
  // Whoever owed the next word still does.
  introduction: false,
  thanks: false,
  comment: false,
  learned: false,
  correction: false,
} as const satisfies Record<Turn['kind'], boolean>;

const afterTurn = (c: Case, turn: Omit<Turn, 'at'>, now: Date): Partial<CaseFields> => ({
  wordAt: now,
  turnOf: WANTS_ANSWER[turn.kind] ? otherSide(turn.by) : c.turnOf,
  remindedAt: null,
  askedOnAt: null,
  // The promise is that a human writes. Accepting the case without a message does not keep it.
  ...(turn.by === 'agent' && c.promise === 'open' ? { promise: now <= c.promisedAt ? 'kept' : 'missed' } : {}),
});
