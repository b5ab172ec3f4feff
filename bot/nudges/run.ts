import type { NudgeTextId, PersonId } from '../ids.ts';
import type { Week } from '../time/iso-week.ts';
import type { FieldOfWork, Language } from '../words.ts';
import type { EventsOfRun } from './choose-event.ts';
import type { TownEvent } from './town-event.ts';

/** Why a person gets nothing this week. */
export const LEFT_OUT = ['no-chat', 'stopped', 'paused', 'not-welcomed', 'monthly', 'too-late'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** `previewed`: shown to HR and admins, not started. */
export const RUN_STATES = ['previewed', 'planning', 'planned', 'cancelled'] as const;

/** People by what they get this week, or by why they get nothing. */
export type RunCounts = Record<'nudge' | 'quarterly' | 'silence' | LeftOut, number>;

/** A text, and the one that takes its place. */
type Instead = { text: NudgeTextId; by: NudgeTextId };

/** A text of a week as one group of people reads it: alike but for the language. */
export type CountedText = {
  id: NudgeTextId;
  /** The event that it names to them. */
  event: TownEvent | null;
  /** One field of work of those who get it like this. */
  reader: FieldOfWork;
  audience: number;
  readers: Partial<Record<Language, number>>;
};

/**
 * How many would get what if the run began now. HR's view is counted once a day, so that nobody's press moves it
 * (docs/rules.md, "Preview"); `of` tells the texts that it was counted for.
 */
export type CountedRun = { day: string; of: string; counts: RunCounts; texts: CountedText[] };

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
  /** What HR chose in the place of a text that they swapped away. */
  instead?: Instead[];
  /** The event that reach-out nudges name, by the reader's field of work. */
  events?: EventsOfRun;
  /** The last count of those who would get it; made once a day. */
  counted?: CountedRun;
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
