import type { NudgeWishes } from './notice.ts';
import { USUAL, type Wishes } from './reader.ts';
import { dayWeeksAfter } from './week.ts';

/** One press on "pause" means so many weeks. */
const PAUSE_WEEKS = 4;

export const wishesView = (wishes: Wishes, todayDate: string): NudgeWishes => ({
  weekday: wishes.weekday ?? USUAL.weekday,
  hour: wishes.hour ?? USUAL.hour,
  pausedUntil: wishes.pausedUntil !== null && wishes.pausedUntil >= todayDate ? wishes.pausedUntil : null,
  rhythm: wishes.rhythm,
  stopped: wishes.stoppedAt !== null,
  pause: dayWeeksAfter(todayDate, PAUSE_WEEKS),
});
