import type { DraftDeps } from './deps.ts';
import { EMPTIED } from './draft.ts';
import { draftUpdate } from './in-offer.ts';

/** Ends drafts that were not sent in time and erases their text. Returns how many ended. */
export const endDrafts = async ({ drafts, clock }: Pick<DraftDeps, 'drafts' | 'clock'>): Promise<number> => {
  const now = clock();
  let ended = 0;
  for (const draft of await drafts.overdue(now)) {
    const change = { set: { state: 'ended' as const, ...EMPTIED }, owes: [draftUpdate(draft, now)] };
    if (await drafts.change(draft._id, draft.rev, change, null)) ended++;
  }
  return ended;
};
