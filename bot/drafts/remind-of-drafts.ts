import { previewId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import type { DraftDeps } from './deps.ts';

/** Brings drafts that will end soon back to the bottom of their writers' chats, once. Returns how many. */
export const remindOfDrafts = async ({ drafts, clock }: Pick<DraftDeps, 'drafts' | 'clock'>): Promise<number> => {
  const now = clock();
  let reminded = 0;
  for (const { _id, rev, person, previews } of await drafts.toRemind(now)) {
    const nth = previews + 1;
    const change = {
      set: { remindAt: null, reminded: true as const, previews: nth },
      owes: [ping(previewId(_id, nth), person, { kind: 'draft' as const, draft: _id, nth }, now)],
    };
    if (await drafts.change(_id, rev, change, null)) reminded++;
  }
  return reminded;
};
