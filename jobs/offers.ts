import type { AdminDeps } from '../bot/admin/deps.ts';
import { warnOfNoAgents } from '../bot/admin/warn-of-no-agents.ts';
import type { TransitionDeps } from '../bot/cases/change-case.ts';
import { tickOffers } from '../bot/cases/clockwork.ts';
import type { Counts } from './names.ts';
import { tickDue } from './tick-due.ts';

/**
 * Passes unanswered offers on, asks agents who became free, tells the asker when a promise was missed, and lets no case
 * wait in silence. Tells the admins when there is no agent to ask.
 */
export const offers = async (deps: TransitionDeps & Pick<AdminDeps, 'receipts' | 'outbox'>): Promise<Counts> => {
  const counts = await tickDue(['waiting', 'active', 'answered'], tickOffers, deps);
  const warned = await warnOfNoAgents(deps);
  return warned === 0 ? counts : { ...counts, 'admins-warned': warned };
};
