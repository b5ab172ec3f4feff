import { due } from '../bot/nudges/due.ts';
import { type PlanDeps, planRun, planWelcomes } from '../bot/nudges/plan-run.ts';
import { audienceOf } from '../bot/nudges/run.ts';
import { sendPreviews } from '../bot/nudges/send-previews.ts';
import type { CountName, Counts } from './names.ts';

/** The day this process last looked for people to welcome: once a day is enough, and twice is harmless. */
const welcomedOn = new WeakMap<PlanDeps, string>();

/**
 * Sends welcomes, the preview and the run of the weekly principle. Run by hand, it does not wait for the welcome hour.
 */
export const weeklyNudge = async (deps: PlanDeps, by: 'clock' | 'hand'): Promise<Counts> => {
  const { clock, time } = deps;
  const now = clock();
  const { run, welcomes, preview } = due(now, time);
  const counts: Counts = {};
  const record = (what: CountName, count: number) => {
    if (count > 0) counts[what] = count;
  };
  if (run !== null) {
    const planned = await planRun(run, deps);
    record('nudges', audienceOf(planned));
    record('left-out', Object.values(planned).reduce((sum, count) => sum + count, 0) - audienceOf(planned));
  }
  const today = time.localDate(now);
  if (by === 'hand' || (welcomes && welcomedOn.get(deps) !== today)) {
    record('welcomes', await planWelcomes(deps));
    welcomedOn.set(deps, today);
  }
  if (preview !== null) record('previews', await sendPreviews(preview, deps));
  return counts;
};
