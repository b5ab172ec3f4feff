import type { PersonId } from '../ids.ts';
import type { Rhythm, Weekday } from '../words.ts';
import type { Week } from './week.ts';

/** What somebody has said about when the weekly principle may come. */
export type Reader = {
  _id: PersonId;
  /** Null: when everybody gets it. */
  weekday: Weekday | null;
  /** HH:MM in the organisation's zone. */
  hour: string | null;
  /** The last day, YYYY-MM-DD, on which it does not come. */
  pausedUntil: string | null;
  /** On every platform, until they say "start". */
  stoppedAt: Date | null;
  rhythm: Rhythm;
  /** They said that they want it: silence is counted from here on. */
  wantedIn: Week | null;
};

export type Wishes = Omit<Reader, '_id'>;

export const NO_WISHES: Wishes = {
  weekday: null,
  hour: null,
  pausedUntil: null,
  stoppedAt: null,
  rhythm: 'weekly',
  wantedIn: null,
};

/** Whether somebody has said anything about it. */
export const hasWishes = (wishes: Wishes): boolean =>
  Object.entries(NO_WISHES).some(([field, unsaid]) => wishes[field as keyof Wishes] !== unsaid);

/** When it comes to somebody who has chosen nothing else (docs/rules.md, "When a nudge comes"). */
export const USUAL = { weekday: 'mon', hour: '09:00' } as const;

export const isPausedOn = ({ pausedUntil }: Pick<Wishes, 'pausedUntil'>, localDate: string): boolean =>
  pausedUntil !== null && localDate <= pausedUntil;
