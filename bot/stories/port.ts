import type { CaseId, PersonId, StoryId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Principle } from '../words.ts';
import type { StoryDebt } from './saying.ts';
import type { PublishedStory, Story } from './story.ts';

export type StoryChange = {
  set: Partial<Omit<Story, '_id' | 'rev' | 'case' | 'owes' | 'receipts'>>;
  owes: Owed<StoryDebt>[];
};

export interface Stories {
  /** False when there is such a story, or the case has one. */
  add(story: Story): Promise<boolean>;
  get(id: StoryId): Promise<Story | null>;
  ofCase(id: CaseId): Promise<Story | null>;
  /** False when somebody changed it since this revision. A receipt of null keeps none. */
  change(id: StoryId, rev: number, change: StoryChange, receipt: string | null): Promise<boolean>;
  /** Stories in which this person is the teller, the agent, or asked for a meeting. */
  of(person: PersonId): Promise<Story[]>;
}

/** What everybody may read. The order tells nothing of when a story was told: it goes by id. */
export interface PublishedStories {
  /** Up to `limit` published stories whose ids come after `after`. */
  publishedAfter(after: StoryId | '', limit: number): Promise<PublishedStory[]>;
  /**
   * Every story that was written since a moment, by the machine's clock, with what others may read of it: null when it
   * is not, or no longer, published. Ask from some seconds before: processes' clocks differ, and a write takes a moment.
   */
  changedSince(moment: Date): Promise<{ id: StoryId; story: PublishedStory | null }[]>;
}

/** Where a reader of the newest stories has come to. */
export type StoryMark = Pick<PublishedStory, '_id' | 'week'>;

/** The published ones in the order in which HR looks at them. */
export interface NewestStories {
  /** Up to `limit` that come after one, or from the first: the newest week first, and in a week by id. */
  newestAfter(after: StoryMark | null, limit: number): Promise<PublishedStory[]>;
  /** Up to `limit` under one principle, in the same order. */
  newestUnder(principle: Principle, limit: number): Promise<PublishedStory[]>;
}
