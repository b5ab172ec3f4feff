import type { Week } from '../time/iso-week.ts';
import type { NudgeDeps } from './deps.ts';

/**
 * Makes a week's failed messages due again; those to people who could not be reached wait until they come back. Each
 * asks its reader's wishes anew when it leaves. Safe to repeat: a message that waits already is not made due twice.
 * Returns how many.
 */
export const resendFailed = async (
  week: Week,
  { runOutcomes, undelivered }: Pick<NudgeDeps, 'runOutcomes' | 'undelivered'>,
): Promise<number> => {
  let again = 0;
  for (const id of await runOutcomes.failedIn(week)) if (await undelivered.retry(id)) again++;
  return again;
};
