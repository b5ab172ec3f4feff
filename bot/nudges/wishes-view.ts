import { dayIn, dayWeeksAfter, weekOf } from '../time/iso-week.ts';
import type { NudgeWishes } from './notice.ts';
import { DEFAULT_SLOT, type Wishes } from './reader.ts';

/** Weeks that the pause of one press lasts, this one among them. */
const PAUSE_WEEKS = 4;

/** The Sunday that ends the pause's last week: a Monday more would cost one nudge more. */
const endOfPause = (todayDate: string): string => dayIn(weekOf(dayWeeksAfter(todayDate, PAUSE_WEEKS - 1)), 'sun');

export const wishesView = (wishes: Wishes, todayDate: string): NudgeWishes => ({
  weekday: wishes.weekday ?? DEFAULT_SLOT.weekday,
  hour: wishes.hour ?? DEFAULT_SLOT.hour,
  pausedUntil: wishes.pausedUntil !== null && wishes.pausedUntil >= todayDate ? wishes.pausedUntil : null,
  rhythm: wishes.rhythm,
  stopped: wishes.stoppedAt !== null,
  pause: endOfPause(todayDate),
});
