import type { WorkingTime } from '../time/working-time.ts';
import { type Week, weekOf } from './week.ts';

type Days = Pick<WorkingTime, 'localDate'>;

/** The week in which something happened. */
export const weekAt = (at: Date, time: Days): Week => weekOf(time.localDate(at));

/** What counts of several answers to one question: the last that was given in the week of the first, as of the first. */
export const lastOfFirstWeek = <Answer extends { at: Date }>(answers: readonly Answer[], time: Days): Answer | null => {
  const [first] = answers;
  if (first === undefined) return null;
  const last = answers.findLast(({ at }) => weekAt(at, time) === weekAt(first.at, time)) ?? first;
  return { ...last, at: first.at };
};
