import { HOUR } from '../time/units.ts';
import type { DraftDeps } from './deps.ts';
import { DRAFT_HOURS, EMPTIED } from './draft.ts';
import { draftUpdate } from './in-offer.ts';

/** Ends drafts that were not sent within 24 hours and erases their text. Returns how many ended. */
export const endDrafts = async ({ drafts, clock }: Pick<DraftDeps, 'drafts' | 'clock'>): Promise<number> => {
  const now = clock();
  let ended = 0;
  for (const draft of await drafts.unsentBefore(new Date(now.getTime() - DRAFT_HOURS * HOUR))) {
    const change = { set: { state: 'ended' as const, ...EMPTIED }, owes: [draftUpdate(draft, now)] };
    if (await drafts.change(draft._id, draft.rev, change, null)) ended++;
  }
  return ended;
};
