import type { PersonId } from '../ids.ts';
import type { Week } from '../time/iso-week.ts';
import type { Rhythm, Weekday } from '../words.ts';

/** A person's wishes about when the weekly principle comes. */
export type Reader = {
  _id: PersonId;
  /** Null for the default weekday. */
  weekday: Weekday | null;
  /** HH:MM in the organisation's time zone; null for the default hour. */
  hour: string | null;
  /** The last day of the pause, YYYY-MM-DD. */
  pausedUntil: string | null;
  /** Set when the person stopped it on every platform; null again once they say "start". */
  stoppedAt: Date | null;
  rhythm: Rhythm;
  /** The week they last asked for it; silence is counted from here on. */
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

/** Whether any wish differs from the default. */
export const hasWishes = (wishes: Wishes): boolean =>
  Object.entries(NO_WISHES).some(([field, unsaid]) => wishes[field as keyof Wishes] !== unsaid);

/** The default slot (docs/rules.md, "When a nudge comes"). */
export const DEFAULT_SLOT = { weekday: 'mon', hour: '09:00' } as const;

export const isPausedOn = ({ pausedUntil }: Pick<Wishes, 'pausedUntil'>, localDate: string): boolean =>
  pausedUntil !== null && localDate <= pausedUntil;
