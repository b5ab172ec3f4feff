import type { Person } from '../people/person.ts';
import type { StoryDeps } from './deps.ts';
import type { StoryReply } from './notice.ts';
import { published } from './story.ts';

/**
 * What holds the words that somebody looks for (docs/rules.md, "Looking for stories"). Each story is read again: nobody
 * sees words that were taken back. What was looked for is kept nowhere.
 */
export const searchStories = async (
  words: string,
  { language }: Pick<Person, 'language'>,
  { stories, storySearch }: Pick<StoryDeps, 'stories' | 'storySearch'>,
): Promise<StoryReply> => {
  if (words === '') return { kind: 'search-what' };
  const found = await storySearch.find(words, language);
  const held = await Promise.all(found.stories.map(({ _id }) => stories.get(_id)));
  const told = held.flatMap((story) => (story === null ? [] : (published(story) ?? []))).map(({ text }) => text);
  return { kind: 'found', stories: told, more: found.more, principles: found.principles };
};
