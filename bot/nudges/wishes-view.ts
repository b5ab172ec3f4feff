import { dayWeeksAfter } from '../time/iso-week.ts';
import type { NudgeWishes } from './notice.ts';
import { DEFAULT_SLOT, type Wishes } from './reader.ts';

/** Length of the pause that one press starts. */
const PAUSE_WEEKS = 4;

export const wishesView = (wishes: Wishes, todayDate: string): NudgeWishes => ({
  weekday: wishes.weekday ?? DEFAULT_SLOT.weekday,
  hour: wishes.hour ?? DEFAULT_SLOT.hour,
  pausedUntil: wishes.pausedUntil !== null && wishes.pausedUntil >= todayDate ? wishes.pausedUntil : null,
  rhythm: wishes.rhythm,
  stopped: wishes.stoppedAt !== null,
  pause: dayWeeksAfter(todayDate, PAUSE_WEEKS),
});
