import { NO_WISHES, type Wishes } from '../../nudges/reader.ts';

/** Merges two people's wishes: a stop on either side wins. */
export const mergedWishes = (keeper: Wishes, other: Wishes): Wishes => ({
  weekday: keeper.weekday ?? other.weekday,
  hour: keeper.hour ?? other.hour,
  pausedUntil: later(keeper.pausedUntil, other.pausedUntil),
  stoppedAt: keeper.stoppedAt ?? other.stoppedAt,
  rhythm: keeper.rhythm === NO_WISHES.rhythm ? other.rhythm : keeper.rhythm,
  wantedIn: later(keeper.wantedIn, other.wantedIn),
});

const later = <T extends string>(a: T | null, b: T | null): T | null => (a === null || (b !== null && b > a) ? b : a);
