import type { Fact, Standing } from '../../bot/adoption/fact.ts';
import { factsOfNudge } from '../../bot/adoption/nudge-facts.ts';
import { daysOf } from '../../bot/adoption/week.ts';
import type { Deps } from '../../bot/deps.ts';
import { type NudgeRecord, nudgeIdFor, type Reaction } from '../../bot/nudges/nudge-record.ts';
import { principleOf } from '../../bot/nudges/principle-of-week.ts';
import type { Wishes } from '../../bot/nudges/reader.ts';
import type { Person } from '../../bot/people/person.ts';
import { numberOf, type Week } from '../../bot/time/iso-week.ts';
import { DAY } from '../../bot/time/units.ts';
import type { QuarterAnswer } from '../../bot/words.ts';
import type { Chance } from './chance.ts';

/** The share of people with a chat who get the weekly principle: it began in a few units and has grown since. */
const READERS_AT_START = 0.06;
const READERS_NOW = 0.34;
const LIKELY = { pressed: 0.37, answered: 0.58 } as const;
const QUARTER_WEEKS = 13;
/** The week of a quarter, from 0, in which the quarterly question replaces the nudge. */
const QUESTION_WEEK = 8;
const ANSWERS = ['week', 'week', 'month', 'month', 'month', 'longer', 'longer', 'not-my-work'] as const;

/** Makes the facts that the report counts about the weekly principles of these years. It makes no messages. */
export const makeNudgeFacts = (
  weeks: readonly Week[],
  readers: readonly Person[],
  chance: Chance,
  now: Date,
  deps: Pick<Deps, 'time' | 'pseudonyms'>,
): Fact[] =>
  weeks.flatMap((week, nth) => {
    const at = deps.time.nextOpen(deps.time.at(daysOf(week).first, '09:00'));
    if (at >= now) return [];
    const share = READERS_AT_START + (READERS_NOW - READERS_AT_START) * (nth / weeks.length);
    const isQuestion = (numberOf(week) - 1) % QUARTER_WEEKS === QUESTION_WEEK;
    return readers.slice(0, Math.round(readers.length * share)).flatMap((person) => {
      const record = makeRecord(person, week, at, isQuestion);
      if (chance.happens(isQuestion ? LIKELY.answered : LIKELY.pressed)) {
        const pressedAt = new Date(at.getTime() + chance.next() ** 3 * 5 * DAY);
        if (pressedAt < now) record.reactions.push(reaction(pressedAt, isQuestion ? chance.of(ANSWERS) : null));
      }
      return factsOfNudge(record, deps);
    });
  });

/** Picks who has stopped or paused by now, so that coming weeks continue from the made-up ones. */
export const makeWishes = (
  readers: readonly Person[],
  now: Date,
  { time }: Pick<Deps, 'time'>,
): Map<Person, Partial<Wishes>> => {
  const stopped = Math.round(readers.length * STOPPED_BY_NOW);
  const paused = Math.round(readers.length * PAUSED.usually);
  const pausedUntil = time.localDate(new Date(now.getTime() + PAUSE_DAYS * DAY));
  // From the end: those at the front get the weekly principle.
  return new Map(
    readers
      .toReversed()
      .slice(0, stopped + paused)
      .map((person, nth) => [person, nth < stopped ? { stoppedAt: now } : { pausedUntil }]),
  );
};

const makeRecord = (person: Person, week: Week, at: Date, isQuestion: boolean): NudgeRecord => ({
  _id: nudgeIdFor(week, person._id),
  rev: 0,
  person: person._id,
  unit: person.unit,
  week,
  message: isQuestion ? 'quarterly' : 'nudge',
  principle: principleOf(week),
  text: null,
  before: [],
  plannedAt: at,
  sent: { at, platform: 'sandbox', message: 'demo' },
  reactions: [],
  receipts: [],
});

const reaction = (at: Date, answer: QuarterAnswer | null): Reaction => ({
  kind: answer === null ? 'will-try' : 'answered',
  at,
  text: null,
  answer,
});

const STOPPED_BY_NOW = 0.035;
const PAUSED = { usually: 0.012, inHolidays: 0.05 } as const;
const PAUSE_DAYS = 21;

/** More and more people have stopped; most pauses are for the summer and Christmas. `through`: from 0 to 1. */
export const standingIn = (week: Week, through: number, withChat: number, chance: Chance): Standing => {
  const number = numberOf(week);
  const isHoliday = (number >= 27 && number <= 32) || number >= 51;
  const some = (share: number) => Math.round(withChat * share * (0.85 + chance.next() * 0.3));
  return {
    stopped: Math.round(withChat * STOPPED_BY_NOW * through),
    paused: some(isHoliday ? PAUSED.inHolidays : PAUSED.usually),
    unreachable: some(0.008),
  };
};
