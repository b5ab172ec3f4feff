import type { PersonId } from '../ids.ts';
import type { FieldOfWork } from '../words.ts';
import type { Week } from './week.ts';

/** Why somebody gets nothing this week. */
export const LEFT_OUT = ['no-chat', 'stopped', 'paused', 'not-welcomed', 'monthly', 'too-late'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** `previewed`: shown to HR and admins, not begun. */
export const RUN_STATES = ['previewed', 'planning', 'planned', 'cancelled'] as const;

/** How many the audience of a week came to: who gets what, and who does not. */
export type RunCounts = Record<'nudge' | 'quarterly' | 'silence' | LeftOut, number>;

/**
 * The weekly principle of one ISO week. Its key is the week, so there is one. It is planned page by page, by any number
 * of processes; whoever moves `cursor` on has counted the page.
 */
export type Run = {
  _id: Week;
  rev: number;
  state: (typeof RUN_STATES)[number];
  /** Nothing of it leaves for the time being. */
  paused: boolean;
  /** What is said this week, by field of work: names in the library. */
  texts: Record<FieldOfWork, string>;
  /** What was swapped away. */
  skipped: string[];
  /** The last person who was planned for; empty before the first. */
  cursor: PersonId | '';
  counts: RunCounts;
};

export const NO_COUNTS: RunCounts = {
  nudge: 0,
  quarterly: 0,
  silence: 0,
  'no-chat': 0,
  stopped: 0,
  paused: 0,
  'not-welcomed': 0,
  monthly: 0,
  'too-late': 0,
};

export const audienceOf = ({ nudge, quarterly, silence }: RunCounts): number => nudge + quarterly + silence;
