import { DRAFT_HOURS } from '../bot/cases/draft.ts';
import { deliveryId } from '../bot/ids.ts';
import type { Needs } from '../bot/needs.ts';
import type { Counts } from './tick-due.ts';

/** No platform sends a press again after so long. */
const RECEIPT_DAYS = 14;

/** Codes hold for minutes; for this long a press on an old card hears that it was dealt with. */
const LINK_DAYS = 1;

/** Ends drafts that were never sent: their text goes after 24 hours. */
export const retention = async ({ drafts, receipts, linkRequests, clock }: Needs): Promise<Counts> => {
  const now = clock();
  let ended = 0;
  for (const draft of await drafts.openSince(new Date(now.getTime() - DRAFT_HOURS * 3_600_000))) {
    const card = {
      id: deliveryId(`${draft._id}.draft.${draft.rev + 1}`),
      to: draft.person,
      manner: 'quiet' as const,
      notBefore: now,
      say: { kind: 'draft' as const, draft: draft._id },
    };
    if (await drafts.change(draft._id, draft.rev, { set: { state: 'ended', text: '' }, owes: [card] }, null)) ended++;
  }
  await receipts.forget(new Date(now.getTime() - RECEIPT_DAYS * 86_400_000));
  await linkRequests.forget(new Date(now.getTime() - LINK_DAYS * 86_400_000));
  return { 'drafts-ended': ended };
};
