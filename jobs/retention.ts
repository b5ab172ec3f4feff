import type { AccountsDeps } from '../bot/accounts/deps.ts';
import type { DraftDeps } from '../bot/drafts/deps.ts';
import { type EndDeps, endDrafts } from '../bot/drafts/end-drafts.ts';
import { DAY } from '../bot/time/units.ts';
import type { Counts } from './names.ts';

/** No platform repeats a press after this time. */
const RECEIPT_DAYS = 14;

/** Codes expire within minutes. Until this time has passed, a press on an old card is still answered properly. */
const LINK_DAYS = 1;

/** How long the log of access is kept (docs/rules.md, "Log of access"). */
const ACCESS_LOG_DAYS = 365;

type RetentionDeps = EndDeps &
  Pick<DraftDeps, 'receipts'> &
  Pick<AccountsDeps, 'linkRequests' | 'leftovers' | 'adminLog'>;

/** Ends drafts that were never sent, and deletes receipts and linking requests that can no longer be used. */
export const retention = async (deps: RetentionDeps): Promise<Counts> => {
  const now = deps.clock().getTime();
  const ended = await endDrafts(deps);
  await deps.receipts.forget(new Date(now - RECEIPT_DAYS * DAY));
  await deps.linkRequests.forget(new Date(now - LINK_DAYS * DAY));
  await deps.adminLog.forget(new Date(now - ACCESS_LOG_DAYS * DAY));
  const counts = { 'drafts-ended': ended };
  // Texts that are kept no longer leave the store's files, too.
  if (Object.values(counts).some((count) => count > 0)) await deps.leftovers.purge();
  return counts;
};
