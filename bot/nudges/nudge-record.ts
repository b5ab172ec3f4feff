import { type NudgeId, nudgeId, type PersonId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Principle, QuarterAnswer } from '../words.ts';
import type { Week } from './week.ts';

/**
 * What came of the weekly principle for one person: `welcome` comes first, once; `quarterly` and `silence` are
 * questions that take a nudge's place.
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
  /** A line about how it went; for the person alone. */
  text: Masked | null;
  answer: QuarterAnswer | null;
};

export type NudgeRecord = {
  _id: NudgeId;
  rev: number;
  person: PersonId;
  /** Where they worked when it was planned. */
  unit: string | null;
  week: Week;
  message: NudgeMessage;
  principle: Principle;
  /** The library's name of what it says; null for a welcome or a question. */
  text: string | null;
  /** What it said before somebody asked for another one. */
  before: string[];
  plannedAt: Date;
  /** Null until a platform has taken it. */
  sent: Sent | null;
  reactions: Reaction[];
  receipts: string[];
};

/** When it was delivered, in the domain's time, and where it stands. */
export type Sent = { at: Date; platform: Platform; message: string };

export const nudgeIdFor = (week: Week, person: PersonId): NudgeId => nudgeId(`n.${week}.${person}`);
/** Once in a lifetime. */
export const welcomeIdFor = (person: PersonId): NudgeId => nudgeId(`w.${person}`);

/** Pause and stop are no answer to a nudge (docs/rules.md, "Answers to a nudge"). */
export const isAnswered = ({ reactions }: Pick<NudgeRecord, 'reactions'>): boolean =>
  reactions.some(({ kind }) => kind !== 'paused' && kind !== 'stopped' && kind !== 'resumed');

/** Every text it has shown, the oldest first. */
export const textsShown = ({ text, before }: Pick<NudgeRecord, 'text' | 'before'>): string[] =>
  text === null ? before : [...before, text];
