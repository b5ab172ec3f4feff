import type { StoryId } from '../ids.ts';

/** A story's card for one of its two, for whoever was asked to meet, or for HR; composed from what it is on delivery. */
export type StorySaying = { kind: 'story'; story: StoryId };

/** What a story may owe. */
export type StoryDebt = StorySaying;
