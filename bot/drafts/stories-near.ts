import type { Person } from '../people/person.ts';
import { type MeetingDeps, tellerToAsk } from '../stories/meeting.ts';
import { published } from '../stories/story.ts';
import type { Principle } from '../words.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import type { DraftStory } from './notice.ts';

/**
 * The published stories that are close to a dilemma (docs/rules.md, "Looking for stories"). Each is read again, so that
 * nobody sees words that were taken back. Whoever told one, or answered in it, knows it already.
 */
export const storiesNear = async (
  draft: Draft,
  writer: Person,
  deps: MeetingDeps & Pick<DraftDeps, 'storySearch'>,
): Promise<DraftStory[]> => {
  if (draft.text === '') return [];
  const near = await deps.storySearch.near(draft.text, (principle) => likelihoodOf(principle, draft));
  const shown = await Promise.all(
    near.map(async ({ _id }): Promise<DraftStory[]> => {
      const story = await deps.stories.get(_id);
      const told = story === null ? null : published(story);
      if (story === null || told === null || story.teller === writer._id || story.agent === writer._id) return [];
      return [{ id: _id, text: told.text, meet: (await tellerToAsk(story, writer, deps)) !== null }];
    }),
  );
  return shown.flat();
};

/** A principle that was named is certain. */
const likelihoodOf = (principle: Principle, { labelled, guess, principle: named }: Draft): number =>
  labelled?.principle !== undefined || !guess
    ? Number(named === principle)
    : (guess.principles.find(({ id }) => id === principle)?.probability ?? 0);
