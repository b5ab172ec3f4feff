import { setTimeout as sleep } from 'node:timers/promises';
import type { Stopwatch } from '../adapters/delivery/pace.ts';

/** The machine's own time. */
export const stopwatch: Stopwatch = {
  now: Date.now,
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
};
