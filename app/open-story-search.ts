import { createStorySearch, type StorySearch, type StorySearchDeps } from '../bot/stories/search/story-search.ts';
import { createVocabulary } from '../bot/stories/search/vocabulary.ts';
import type { Content } from './content/load-content.ts';
import type { Store } from './open-store.ts';

/** The search among published stories and principles. The dilemmas tell it which words are rare. */
export const openStorySearch = (
  { dilemmas, principles }: Pick<Content, 'dilemmas' | 'principles'>,
  { stories }: Pick<Store, 'stories'>,
): StorySearch =>
  createStorySearch({
    stories,
    vocabulary: createVocabulary(dilemmas.map(({ text }) => text)),
    principles: principleWords(principles),
  });

export const principleWords = (principles: Content['principles']): StorySearchDeps['principles'] =>
  principles.map(({ id, da, en }) => ({ id, words: [da.name, da.text, en.name, en.text].join(' ') }));
