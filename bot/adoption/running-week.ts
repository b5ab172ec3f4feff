import { type Week, weekAfter } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import type { AdoptionDeps } from './deps.ts';
import { weekNoise } from './draw-week.ts';
import { noised } from './noise.ts';
import { MIN_DIRECTORY } from './small-groups.ts';

/** The current week. A clock that was moved back does not reopen a closed week. */
export const runningWeek = (closed: Week | null, deps: Pick<AdoptionDeps, 'clock' | 'time'>): Week => {
  const now = thisWeek(deps);
  return closed !== null && closed >= now ? weekAfter(closed) : now;
};

/**
 * Counts the running week's cases once a day, with the noise that the week will have, so that no single press moves the
 * number. Reports read only this, since counting takes longer the more cases a week has.
 */
export const countRunning = async (
  deps: Pick<AdoptionDeps, 'rollups' | 'facts' | 'noise' | 'clock' | 'time'>,
): Promise<void> => {
  const { rollups, facts, noise, clock, time } = deps;
  const day = time.localDate(clock());
  const week = runningWeek(await rollups.last(), deps);
  const before = await rollups.running();
  if (before?.week === week && before.day === day) return;
  const directory = (await rollups.drawn()).at(-1)?.directory ?? 0;
  const asked = directory < MIN_DIRECTORY ? null : noised(await facts.count(week, 'asked'), weekNoise(week, noise));
  await rollups.keepRunning({ week, day, asked });
};
