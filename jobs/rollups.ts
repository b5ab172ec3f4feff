import { type ClosingDeps, closeWeeks } from '../bot/adoption/close-weeks.ts';
import { countRunning } from '../bot/adoption/running-week.ts';
import { type CountingDeps, takeFacts } from '../bot/adoption/take-facts.ts';
import type { Counts } from './names.ts';

/** Takes new facts, sums every week that is over, and counts the current one. */
export const rollups = async (deps: CountingDeps & ClosingDeps): Promise<Counts> => {
  const counts = { facts: await takeFacts(deps), weeks: await closeWeeks(deps) };
  await countRunning(deps);
  return counts;
};
