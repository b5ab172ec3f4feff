import { storyHelpedId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import type { Changed } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { published } from '../stories/story.ts';
import type { DraftCommand } from './command.ts';
import { EMPTIED } from './draft.ts';
import { draftUpdate } from './in-offer.ts';
import type { Pressing } from './keep-change.ts';

/** A story was enough: the draft ends without a case, and the teller hears that it helped somebody, not whom. */
export const storyHelped = async (
  { story: id }: DraftCommand<'story-helped'>,
  { draft, person, receipt, deps }: Pressing,
): Promise<Changed | null> => {
  const story = await deps.stories.get(id);
  const now = deps.clock();
  if (story === null || published(story) === null) {
    // The card that was pressed loses the story.
    const redrawn = { set: {}, owes: [draftUpdate(draft, now)] };
    if (!(await deps.drafts.change(draft._id, draft.rev, redrawn, null))) return null;
    throw new Refusal('story-over');
  }
  const thanks = { kind: 'reply', reply: { kind: 'story-helped' } } as const;
  const owes =
    story.teller === null || story.teller === person._id
      ? []
      : [ping(storyHelpedId(id, draft._id), story.teller, thanks, deps.time.nextOpen(now))];
  const set = { state: 'helped' as const, ...EMPTIED, takesLinesOf: draft._id };
  const isWritten = await deps.drafts.change(
    draft._id,
    draft.rev,
    { set, owes: [draftUpdate(draft, now), ...owes] },
    receipt,
  );
  return isWritten ? 'done' : null;
};
