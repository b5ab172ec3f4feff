import type { StoryId } from '../../ids.ts';
import type { Masked } from '../../privacy/mask.ts';
import type { Language, Principle } from '../../words.ts';
import type { PublishedStories } from '../port.ts';
import type { PublishedStory } from '../story.ts';
import { closenessOf, isClose } from './closeness.ts';
import { createTextIndex } from './text-index.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

/** Finds published stories, also those that another process has just published, and none that was withdrawn. */
export type StorySearch = {
  /** Reads all stories, so that the first question finds everything. */
  warm(): Promise<void>;
  /** Up to three stories close to a dilemma, the closest first; none where none is close. */
  near(dilemma: Masked, likelihood: (principle: Principle) => number): Promise<PublishedStory[]>;
  /** What holds the words that somebody looks for: stories in their language first, and principles. */
  find(words: string, language: Language): Promise<Found>;
};

/** `more`: how many stories were found besides those that are shown. */
type Found = { stories: PublishedStory[]; more: number; principles: Principle[] };

const MAX_NEAR = 3;
const MAX_FOUND = 5;
const MAX_PRINCIPLES = 2;
/** Upper limit of the stories that are compared closely. */
const MAX_CANDIDATES = 12;
/** Beyond this nobody counts what else was found. */
const MAX_COUNTED = 100;
/** Stories read in one go, before other work gets its turn. */
const PAGE = 50;
/** In milliseconds. Processes' clocks differ, and a write takes a moment. */
const OVERLAP = 30_000;

export type StorySearchDeps = {
  stories: PublishedStories;
  vocabulary: Vocabulary;
  /** The words of each principle, in all languages. */
  principles: readonly { id: Principle; words: string }[];
  /** The machine's clock. */
  now?: () => Date;
};

/** Creates a search that reads all published stories at the first question, and then what has changed since. */
export const createStorySearch = ({
  stories: store,
  vocabulary,
  principles,
  now = () => new Date(),
}: StorySearchDeps): StorySearch => {
  const stories = new Map<StoryId, Read>();
  const index = createTextIndex<StoryId>();
  const principleIndex = createTextIndex<Principle>();
  let begun: Reading | null = null;
  let readAt = now();

  const take = (id: StoryId, story: PublishedStory | null) => {
    if (story === null) {
      stories.delete(id);
      index.remove(id);
      return;
    }
    const before = stories.get(id);
    const isSame = before?.story.text === story.text;
    const words = isSame ? before.words : vocabulary.read(story.text);
    stories.set(id, { story, words });
    if (!isSame) index.put(id, words);
  };

  /** Returns the last story of the page; null when there are no more. */
  const readPage = async (after: StoryId | ''): Promise<StoryId | null> => {
    const page = await store.publishedAfter(after, PAGE);
    for (const story of page) take(story._id, story);
    return page.length < PAGE ? null : (page.at(-1)?._id ?? null);
  };

  const readAfter = async (first: StoryId | null): Promise<void> => {
    for (let last = first; last !== null; last = await readPage(last)) await breath();
  };

  const begin = (): Reading => {
    readAt = now();
    const firstPage = readPage('');
    const all = firstPage.then(readAfter);
    all.catch(() => {
      begun = null;
    });
    return { firstPage, all };
  };

  /** Nobody waits for more than a page: of thousands of stories some are missing until all are read. */
  const refresh = async (): Promise<void> => {
    begun ??= begin();
    await begun.firstPage;
    const asked = now();
    const since = new Date(readAt.getTime() - OVERLAP);
    for (const { id, story } of await store.changedSince(since)) take(id, story);
    readAt = asked;
  };

  return {
    warm: async () => {
      begun ??= begin();
      await begun.all;
    },
    near: async (dilemma, likelihood) => {
      await refresh();
      if (index.size() === 0) return [];
      const words = vocabulary.read(dilemma);
      return known(index.sharing(words, MAX_CANDIDATES), stories)
        .map((read) => ({
          story: read.story,
          closeness: closenessOf(words, read.words, likelihood(read.story.principle)),
        }))
        .filter(({ closeness }) => isClose(closeness))
        .toSorted((a, b) => b.closeness - a.closeness)
        .slice(0, MAX_NEAR)
        .map(({ story }) => story);
    },
    find: async (text, language) => {
      await refresh();
      if (principleIndex.size() === 0)
        for (const principle of principles) principleIndex.put(principle.id, vocabulary.read(principle.words));
      const words = vocabulary.read(text);
      const found = known(index.holding(words, MAX_COUNTED), stories).map(({ story }) => story);
      const ordered = [
        ...found.filter((story) => story.language === language),
        ...found.filter((story) => story.language !== language),
      ];
      return {
        stories: ordered.slice(0, MAX_FOUND),
        more: Math.max(0, ordered.length - MAX_FOUND),
        principles: principleIndex.holding(words, MAX_PRINCIPLES),
      };
    },
  };
};

/** The first reading. `firstPage`: the last story of it, or null when there are no more. */
type Reading = { firstPage: Promise<StoryId | null>; all: Promise<void> };

type Read = { story: PublishedStory; words: readonly Word[] };

const known = (ids: readonly StoryId[], stories: ReadonlyMap<StoryId, Read>): Read[] =>
  ids.flatMap((id) => stories.get(id) ?? []);

/** Lets others have their turn, so that reading ten thousand stories holds nobody up. */
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));
