import type { CaseDeps } from '../cases/deps.ts';
import type { NewestStories, PublishedStories, Stories } from './port.ts';
import type { StorySearch } from './search/story-search.ts';

/** What the stories capability depends on, including cases: a story comes from one. */
export type StoryDeps = CaseDeps & { stories: Stories & PublishedStories & NewestStories; storySearch: StorySearch };
