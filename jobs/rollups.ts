import { closeWeeks } from '../bot/adoption/close-weeks.ts';
import { countRunning } from '../bot/adoption/running-week.ts';
import { takeFacts } from '../bot/adoption/take-facts.ts';
import type { Needs } from '../bot/needs.ts';
import type { Counts } from './tick-due.ts';

/** Takes the facts of what happened, sums every week that is over, and counts the one that is not. */
export const rollups = async (needs: Needs): Promise<Counts> => {
  const counts = { facts: await takeFacts(needs), weeks: await closeWeeks(needs) };
  await countRunning(needs);
  return counts;
};
