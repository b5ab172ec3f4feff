import { type Week, weekAfter } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import type { AdoptionDeps } from './deps.ts';

/** The current week. A clock that was moved back does not reopen a closed week. */
export const runningWeek = (closed: Week | null, deps: Pick<AdoptionDeps, 'clock' | 'time'>): Week => {
  const now = thisWeek(deps);
  return closed !== null && closed >= now ? weekAfter(closed) : now;
};

/**
 * Stores the number of the running week's cases, each time after facts are taken. Reports read only this number, since
 * counting takes longer the more cases a week has.
 */
export const countRunning = async (deps: Pick<AdoptionDeps, 'rollups' | 'facts' | 'clock' | 'time'>): Promise<void> => {
  const { rollups, facts } = deps;
  const week = runningWeek(await rollups.last(), deps);
  await rollups.keepRunning(week, await facts.count(week, 'asked'));
};
