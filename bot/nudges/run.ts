import type { NudgeTextId, PersonId } from '../ids.ts';
import type { Week } from '../time/iso-week.ts';
import type { FieldOfWork } from '../words.ts';

/** Why a person gets nothing this week. */
export const LEFT_OUT = ['no-chat', 'stopped', 'paused', 'not-welcomed', 'monthly', 'too-late'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** `previewed`: shown to HR and admins, not started. */
export const RUN_STATES = ['previewed', 'planning', 'planned', 'cancelled'] as const;

/** People by what they get this week, or by why they get nothing. */
export type RunCounts = Record<'nudge' | 'quarterly' | 'silence' | LeftOut, number>;

/**
 * The sending of one ISO week's principle. The week is the key, so a week has one run. Any number of processes plan it
 * page by page; the one that moves `cursor` on has counted the page.
 */
export type Run = {
  _id: Week;
  rev: number;
  state: (typeof RUN_STATES)[number];
  /** While true, none of its messages is sent. */
  paused: boolean;
  /** This week's texts, by field of work. */
  texts: Record<FieldOfWork, NudgeTextId>;
  /** The texts that HR swapped away. */
  skipped: NudgeTextId[];
  /** The receipt of the last swap; missing before the first. */
  swappedBy?: string;
  /** The last person planned; empty before the first. */
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
