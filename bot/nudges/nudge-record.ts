import { type NudgeId, type NudgeTextId, nudgeId, type PersonId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Week } from '../time/iso-week.ts';
import type { Principle, QuarterAnswer } from '../words.ts';
import type { TownEvent } from './town-event.ts';

/**
 * The kinds of weekly message: `welcome` comes first, once in a lifetime; `quarterly` and `silence` are questions sent
 * in place of a nudge.
 */
export const NUDGE_MESSAGES = ['welcome', 'nudge', 'quarterly', 'silence'] as const;
export type NudgeMessage = (typeof NUDGE_MESSAGES)[number];

const REACTIONS = [
  'will-try',
  'tried',
  'another',
  'spar',
  'paused',
  'stopped',
  'resumed',
  'answered',
  'weekly',
  'monthly',
] as const;
export type Reaction = {
  kind: (typeof REACTIONS)[number];
  at: Date;
  /** A line about how it went, shown to that person only. */
  text: Masked | null;
  answer: QuarterAnswer | null;
};

export type NudgeRecord = {
  _id: NudgeId;
  rev: number;
  person: PersonId;
  /** The person's unit at planning time. */
  unit: string | null;
  week: Week;
  message: NudgeMessage;
  principle: Principle;
  /** The id of its text in the library; null for a welcome or a question. */
  text: NudgeTextId | null;
  /** The event that it names while its text is a reach-out. */
  event?: TownEvent;
  /** Ids of texts it showed before the person asked for another one. */
  before: NudgeTextId[];
  plannedAt: Date;
  /** Null until a platform accepted it. */
  sent: Sent | null;
  reactions: Reaction[];
  receipts: string[];
};

/** When it was delivered, in domain time, and the platform's id of the message. */
export type Sent = { at: Date; platform: Platform; message: string };

export const nudgeIdFor = (week: Week, person: PersonId): NudgeId => nudgeId(`n.${week}.${person}`);
/** Has no week in it: a person is welcomed once in a lifetime. */
export const welcomeIdFor = (person: PersonId): NudgeId => nudgeId(`w.${person}`);

/** Pausing, stopping and resuming do not count as answers (docs/rules.md, "Answers to a nudge"). */
export const hasAnswer = ({ reactions }: Pick<NudgeRecord, 'reactions'>): boolean =>
  reactions.some(({ kind }) => kind !== 'paused' && kind !== 'stopped' && kind !== 'resumed');

/** Ids of every text it has shown, oldest first. */
export const textsShown = ({ text, before }: Pick<NudgeRecord, 'text' | 'before'>): NudgeTextId[] =>
  text === null ? before : [...before, text];
