import { hasAnswer, type NudgeRecord } from '../nudges/nudge-record.ts';
import { WEEK } from '../time/units.ts';
import type { Counting } from './case-facts.ts';
import type { Fact, Happened } from './fact.ts';
import { lastOfFirstWeek, weekAt } from './first-week.ts';

/** Presses count within this time of delivery, in milliseconds (docs/rules.md, "Answers to a nudge"). */
const PRESSED_WITHIN_MS = WEEK;

/** The facts of a delivered nudge; a welcome has none. */
export const factsOfNudge = (
  { _id, person, unit, message, sent, reactions }: NudgeRecord,
  { time, pseudonyms }: Counting,
): Fact[] => {
  if (sent === null || message === 'welcome') return [];
  const fact = (happened: Extract<Happened, { kind: 'nudged' | 'nudge-pressed' | 'quarterly' }>, at: Date): Fact => {
    const week = weekAt(at, time);
    return { _id: pseudonyms.fact(_id, happened.kind), week, unit, who: pseudonyms.of(person, week), ...happened };
  };
  const press = reactions.find(
    (reaction) =>
      hasAnswer({ reactions: [reaction] }) && reaction.at.getTime() <= sent.at.getTime() + PRESSED_WITHIN_MS,
  );
  // As with ratings: the last answer given in the same week as the first.
  const answers = reactions.flatMap(({ at, answer }) => (answer === null ? [] : [{ at, answer }]));
  const quarterly = lastOfFirstWeek(answers, time);
  return [
    fact({ kind: 'nudged' }, sent.at),
    ...(press === undefined ? [] : [fact({ kind: 'nudge-pressed' }, press.at)]),
    ...(quarterly === null ? [] : [fact({ kind: 'quarterly', answer: quarterly.answer }, quarterly.at)]),
  ];
};
