import type { NewestStories } from '../stories/port.ts';
import type { PublishedStory } from '../stories/story.ts';
import { weekAfter } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import { PRINCIPLES } from '../words.ts';
import type { AdoptionDeps } from './deps.ts';
import { PERIODS, type Period } from './periods.ts';

/** All that a report tells of a story. */
export type StoryShown = Pick<PublishedStory, 'principle' | 'language' | 'text'>;

const MAX_STORIES = 3;

type ShownDeps = { stories: Pick<NewestStories, 'newestUnder'> } & Pick<AdoptionDeps, 'clock' | 'time'>;

/**
 * The stories that head a report, for each of its periods: up to three that were told in its weeks, the running one
 * among them. Each of another principle where there are so many, the newest first; and in the order of the principles,
 * which tells nothing of when they were told (docs/rules.md, "Stories in the report").
 */
export const storiesShown = async ({ stories, ...deps }: ShownDeps): Promise<Record<Period, StoryShown[]>> => {
  const newest = await Promise.all(PRINCIPLES.map((principle) => stories.newestUnder(principle, MAX_STORIES)));
  const running = thisWeek(deps);
  const periods = PERIODS.map((weeks) => [weeks, choose(newest, weekAfter(running, 1 - weeks))] as const);
  return Object.fromEntries(periods) as Record<Period, StoryShown[]>;
};

/** @param newest for each principle, its newest stories, the newest first */
const choose = (newest: readonly (readonly PublishedStory[])[], from: PublishedStory['week']): StoryShown[] =>
  newest
    .flatMap((ofOne) => ofOne.filter(({ week }) => week >= from).map((story, turn) => ({ story, turn })))
    .toSorted((a, b) => a.turn - b.turn || compare(b.story.week, a.story.week) || compare(a.story._id, b.story._id))
    .slice(0, MAX_STORIES)
    .map(({ story }) => story)
    .toSorted((a, b) => place(a) - place(b) || compare(a._id, b._id))
    .map(({ principle, language, text }) => ({ principle, language, text }));

const place = ({ principle }: PublishedStory): number => PRINCIPLES.indexOf(principle);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
