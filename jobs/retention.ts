import type { AccountsDeps } from '../bot/accounts/deps.ts';
import { type CountingDeps, takeFacts } from '../bot/adoption/take-facts.ts';
import type { DraftDeps } from '../bot/drafts/deps.ts';
import { type EndDeps, endDrafts } from '../bot/drafts/end-drafts.ts';
import { boundsAt } from '../bot/keeping/bounds.ts';
import { type KeepDeps, keepNoLonger } from '../bot/keeping/keep-no-longer.ts';
import type { Counts } from './names.ts';

type RetentionDeps = EndDeps &
  KeepDeps &
  CountingDeps &
  Pick<DraftDeps, 'receipts'> &
  Pick<AccountsDeps, 'linkRequests' | 'leftovers' | 'adminLog'>;

/** The day on which this process last found nothing more to take: once a day is enough, and twice is harmless. */
const doneOn = new WeakMap<RetentionDeps, string>();

/**
 * Ends drafts that were never sent. Once a day, or by hand, takes out of the store what is kept no longer (docs/rules.md,
 * "What is kept how long"), a page at a time until there is no more.
 */
export const retention = async (deps: RetentionDeps, by: 'clock' | 'hand' = 'clock'): Promise<Counts> => {
  const now = deps.clock();
  const counts: Counts = { 'drafts-ended': await endDrafts(deps) };
  const today = deps.time.localDate(now);
  if (by === 'hand' || doneOn.get(deps) !== today) {
    const bounds = boundsAt(now, deps.organisation);
    await deps.receipts.forget(bounds.receipts);
    await deps.linkRequests.forget(bounds.linkRequests);
    await deps.adminLog.forget(bounds.accessLog);
    // Facts outlive the case that they are taken from.
    await takeFacts(deps);
    const { gone, more } = await keepNoLonger(deps);
    if (!more) doneOn.set(deps, today);
    counts['cases-ended'] = gone.cases;
    counts['drafts-removed'] = gone.drafts;
    counts['meetings-removed'] = gone.meetings;
    counts['messages-removed'] = gone.messages;
    counts['chat-lines-removed'] = gone.chats;
  }
  // What is kept no longer leaves the store's files, too.
  if (Object.values(counts).some((count) => count > 0)) await deps.leftovers.purge();
  return counts;
};
