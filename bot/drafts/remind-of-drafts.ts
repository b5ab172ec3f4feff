import { previewId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import type { DraftChange } from './port.ts';
import { type StandDeps, standsAs } from './stands-as.ts';

export type RemindDeps = StandDeps & Pick<DraftDeps, 'drafts'>;

/** Brings drafts that will end soon back to the bottom of their writers' chats, once. Returns how many. */
export const remindOfDrafts = async (deps: RemindDeps): Promise<number> => {
  const { drafts, clock } = deps;
  let reminded = 0;
  for (const draft of await drafts.toRemind(clock())) {
    const isWorthIt = await mayMind(draft, deps);
    const change = isWorthIt ? reminder(draft, clock()) : { set: { remindAt: null }, owes: [] };
    if ((await drafts.change(draft._id, draft.rev, change, null)) && isWorthIt) reminded++;
  }
  return reminded;
};

/**
 * Whether its end would be a loss to its writer. A question that Sammen asked them, words that the card of an offer
 * holds, and a form without words are none: a reminder would only ask once more.
 */
const mayMind = async (draft: Draft, deps: RemindDeps): Promise<boolean> => {
  const writer = await deps.people.get(draft.person);
  const what = writer === null ? 'blank' : await standsAs(draft, writer, deps);
  return what === 'dilemma' || what === 'words';
};

const reminder = ({ _id, person, previews }: Draft, now: Date): DraftChange => {
  const nth = previews + 1;
  return {
    set: { remindAt: null, reminded: true as const, previews: nth },
    owes: [ping(previewId(_id, nth), person, { kind: 'draft' as const, draft: _id, nth }, now)],
  };
};
