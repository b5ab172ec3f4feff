import { setTimeout as sleep } from 'node:timers/promises';
import type { Stopwatch } from '../outbox/rate-limit.ts';

/** The machine's own time. */
export const stopwatch: Stopwatch = {
  now: Date.now,
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
};
