import type { DraftDeps } from '../bot/drafts/deps.ts';
import { endDrafts } from '../bot/drafts/end-drafts.ts';
import type { LivesDeps } from '../bot/lives/deps.ts';
import { DAY } from '../bot/time/units.ts';
import type { Counts } from './tick-due.ts';

/** No platform sends a press again after so long. */
const RECEIPT_DAYS = 14;

/** Codes hold for minutes; for this long a press on an old card hears that it was dealt with. */
const LINK_DAYS = 1;

type RetentionDeps = Pick<DraftDeps, 'drafts' | 'receipts' | 'clock'> & Pick<LivesDeps, 'linkRequests'>;

/** Ends drafts that were never sent, and forgets receipts and linking codes that nothing comes back to. */
export const retention = async (deps: RetentionDeps): Promise<Counts> => {
  const now = deps.clock().getTime();
  const ended = await endDrafts(deps);
  await deps.receipts.forget(new Date(now - RECEIPT_DAYS * DAY));
  await deps.linkRequests.forget(new Date(now - LINK_DAYS * DAY));
  return { 'drafts-ended': ended };
};
