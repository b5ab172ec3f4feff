import { type Week, weeksBetween } from '../time/iso-week.ts';
import { PRINCIPLES, type Principle } from '../words.ts';

/**
 * Any week works as the origin: counting from one origin, not from January, keeps the order of the six principles
 * unbroken over the turn of a year.
 */
const FIRST_WEEK: Week = '2026-W01';

/** The principle of a week, the same for everybody (docs/rules.md, "Principle of the week"). */
export const principleOf = (week: Week): Principle => {
  const count = PRINCIPLES.length;
  const place = ((weeksBetween(FIRST_WEEK, week) % count) + count) % count;
  return PRINCIPLES[place] ?? 'lytter-foerst';
};
