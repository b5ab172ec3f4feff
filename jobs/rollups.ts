import { closeWeeks } from '../bot/adoption/close-weeks.ts';
import { takeFacts } from '../bot/adoption/take-facts.ts';
import type { Needs } from '../bot/needs.ts';
import type { Counts } from './tick-due.ts';

/** Takes the facts of what happened, and sums every week that is over. */
export const rollups = async (needs: Needs): Promise<Counts> => ({
  facts: await takeFacts(needs),
  weeks: await closeWeeks(needs),
});
