import type { PersonId } from '../ids.ts';
import { answer, type Owed, ping, update } from '../messages/owed.ts';
import type { Organisation } from '../organisation.ts';
import type { Standing } from '../routing/choose-agent.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Case, CaseChange, CaseEvent, CaseFields, Turn } from './case.ts';
import { nextDue } from './due.ts';
import type { CaseSaying } from './notice.ts';

/** What a transition may know of the world. `actor` is null when the clock acts. */
export type Circumstances = {
  now: Date;
  actor: PersonId | null;
  time: WorkingTime;
  organisation: Pick<Organisation, 'promiseHours' | 'promiseTodayHours' | 'offerMinutes'>;
  /** Every agent as routing sees them, and everybody above the asker. */
  agents: readonly Standing[];
  managers: ReadonlySet<PersonId>;
};

/** Who hears of a move. `from`: the first turn that is news to them; none: the state itself is the news. */
export type Telling = { to: PersonId; manner: Owed<CaseSaying>['manner']; from?: number };

/** Tells each of these people, as far as there is one. */
export const tellAll = (people: readonly (PersonId | null)[], manner: Telling['manner']): Telling[] =>
  people.filter((to) => to !== null).map((to) => ({ to, manner }));

/** A step in a case's life before it is given its times and ids. */
export type Move = {
  set: Partial<CaseFields>;
  turn?: Omit<Turn, 'at'>;
  events: (Pick<CaseEvent, 'kind' | 'outcome' | 'helpful' | 'kept'> & { about?: PersonId })[];
  tell: Telling[];
};

export const otherSide = (by: Turn['by']): Turn['by'] => (by === 'asker' ? 'agent' : 'asker');

/** Turns a move into one conditional write: times, the clock's next look, and what is owed to whom. */
export const finish = (c: Case, move: Move, at: Circumstances): CaseChange => {
  const { now, actor } = at;
  const spoken: Partial<CaseFields> = move.turn ? afterWord(c, move.turn, now) : {};
  const set: Partial<CaseFields> = { ...spoken, ...move.set };
  const turns: Turn[] = move.turn ? [{ ...move.turn, at: now }] : [];
  const events = move.events.map(
    ({ kind, about, ...chosen }): CaseEvent => ({ at: now, kind, by: actor, about: about ?? null, ...chosen }),
  );
  const after: Case = { ...c, ...set, turns: [...c.turns, ...turns], events: [...c.events, ...events] };
  return {
    set: { ...set, dueAt: nextDue(after, at.time) },
    turns,
    events,
    owes: owedFor(c, c.rev + 1, move.tell, at, after.turns.length),
  };
};

export const owedFor = (
  c: Pick<Case, '_id'>,
  rev: number,
  tell: readonly Telling[],
  { now, actor, time }: Pick<Circumstances, 'now' | 'actor' | 'time'>,
  end: number,
): Owed<CaseSaying>[] =>
  unique(tell).map(({ to, manner, from }, i) => {
    const id = `${c._id}.${rev}.${i}`;
    const say = { kind: 'case', case: c._id, from: from ?? end } as const;
    if (manner === 'quiet') return update(id, to, say, now);
    // Nobody is pinged outside working hours, but for an answer to their own act (docs/rules.md, "Quiet hours").
    return to === actor ? answer(id, to, say, now) : ping(id, to, say, time.nextOpen(now));
  });

/** One message a person: a ping says all that a quiet update would. */
const unique = (tell: readonly Telling[]): Telling[] =>
  tell.filter((one, i) =>
    one.manner === 'ping'
      ? tell.findIndex((other) => other.to === one.to && other.manner === 'ping') === i
      : !tell.some((other, j) => other.to === one.to && (other.manner === 'ping' || j < i)),
  );

const afterWord = (c: Case, turn: Omit<Turn, 'at'>, now: Date): Partial<CaseFields> => ({
  wordAt: now,
  turnOf: otherSide(turn.by),
  remindedAt: null,
  askedOnAt: null,
  // The promise is a human word, not a press: accepting without words does not keep it.
  ...(turn.by === 'agent' && c.promise === 'open' ? { promise: now <= c.promisedAt ? 'kept' : 'missed' } : {}),
});
