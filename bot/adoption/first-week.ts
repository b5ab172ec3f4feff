import { type Week, weekOf } from '../time/iso-week.ts';
import type { WorkingTime } from '../time/working-time.ts';

type Days = Pick<WorkingTime, 'localDate'>;

/** The ISO week of a moment, in the organisation's time zone. */
export const weekAt = (at: Date, time: Days): Week => weekOf(time.localDate(at));

/**
 * The answer that counts among several to one question: the last one given in the same week as the first, dated as the
 * first. Null without answers.
 */
export const lastOfFirstWeek = <Answer extends { at: Date }>(answers: readonly Answer[], time: Days): Answer | null => {
  const [first] = answers;
  if (first === undefined) return null;
  const last = answers.findLast(({ at }) => weekAt(at, time) === weekAt(first.at, time)) ?? first;
  return { ...last, at: first.at };
};
