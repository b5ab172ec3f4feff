import type { DraftDeps } from './deps.ts';
import { type Draft, EMPTIED } from './draft.ts';
import { draftUpdate } from './in-offer.ts';
import { type StandDeps, standsAs } from './stands-as.ts';

export type EndDeps = StandDeps & Pick<DraftDeps, 'drafts'>;

/** Ends drafts that were not sent in time and erases their text. Returns how many ended. */
export const endDrafts = async (deps: EndDeps): Promise<number> => {
  const { drafts, clock } = deps;
  const now = clock();
  let ended = 0;
  for (const draft of await drafts.overdue(now)) {
    const set = { state: 'ended' as const, ...EMPTIED, ...(await endedAs(draft, deps)) };
    if (await drafts.change(draft._id, draft.rev, { set, owes: [draftUpdate(draft, now)] }, null)) ended++;
  }
  return ended;
};

/** Whoever wrote no dilemma is not told that theirs was thrown away. */
const endedAs = async (draft: Draft, deps: EndDeps): Promise<Pick<Draft, 'endedAs'>> => {
  const writer = await deps.people.get(draft.person);
  const was = writer === null ? 'dilemma' : await standsAs(draft, writer, deps);
  if (was === 'blank') return { endedAs: 'blank' };
  return was === 'words' || was === 'doubt' ? { endedAs: 'words' } : {};
};
