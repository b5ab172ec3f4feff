import { due } from '../bot/nudges/due.ts';
import { type PlanDeps, planRun, planWelcomes } from '../bot/nudges/plan-run.ts';
import { audienceOf } from '../bot/nudges/run.ts';
import { sendPreviews } from '../bot/nudges/send-previews.ts';
import type { Counts } from './tick-due.ts';

/** When this process last looked for people to welcome: once a day is enough, and twice does no harm. */
const welcomedOn = new WeakMap<PlanDeps, string>();

/** Welcomes, preview and run of the weekly principle. Run by hand it does not wait for the hour of the welcomes. */
export const weeklyNudge = async (deps: PlanDeps, by: 'clock' | 'hand'): Promise<Counts> => {
  const { clock, time } = deps;
  const now = clock();
  const { run, welcomes, preview } = due(now, time);
  const counts: Counts = {};
  const count = (what: string, many: number) => {
    if (many > 0) counts[what] = many;
  };
  if (run !== null) {
    const planned = await planRun(run, deps);
    count('nudges', audienceOf(planned));
    count('left-out', Object.values(planned).reduce((sum, many) => sum + many, 0) - audienceOf(planned));
  }
  const today = time.localDate(now);
  if (by === 'hand' || (welcomes && welcomedOn.get(deps) !== today)) {
    count('welcomes', await planWelcomes(deps));
    welcomedOn.set(deps, today);
  }
  if (preview !== null) count('previews', await sendPreviews(preview, deps));
  return counts;
};
