import { createQuota } from '../../adapters/web/quota.ts';
import type { PersonId } from '../../bot/ids.ts';

/** How often one person may write or press within a minute: twice a second, longer than anybody keeps up. */
const MAX_PER_MINUTE = 120;

/** Tells whether somebody writes and presses faster than anybody can. Each question counts as one time. */
export const createPersonLimit = (): ((person: PersonId) => Promise<boolean>) => {
  const quota = createQuota(MAX_PER_MINUTE);
  return async (person) => (await quota.take(person)) !== null;
};
