import { thisWeek } from '../nudges/this-week.ts';
import type { AdoptionDeps } from './deps.ts';
import { type Week, weekAfter } from './week.ts';

/** The week that is not over; a clock that was moved back does not open a closed one again. */
export const runningWeek = (closed: Week | null, deps: Pick<AdoptionDeps, 'clock' | 'time'>): Week => {
  const now = thisWeek(deps);
  return closed !== null && closed >= now ? weekAfter(closed) : now;
};

/**
 * Counts the cases of the running week, after each look for facts. A report only reads the number: counting takes the
 * longer the more cases a week has.
 */
export const countRunning = async (deps: Pick<AdoptionDeps, 'rollups' | 'facts' | 'clock' | 'time'>): Promise<void> => {
  const { rollups, facts } = deps;
  const week = runningWeek(await rollups.last(), deps);
  await rollups.keepRunning(week, await facts.count(week, 'asked'));
};
