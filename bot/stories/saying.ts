import type { MeetingId, StoryId } from '../ids.ts';

/** A story's card for one of its two, for whoever was asked to meet, or for HR; composed from what it is on delivery. */
export type StorySaying = { kind: 'story'; story: StoryId };

/** The card of a meeting that somebody asked for: for the teller, and on a yes for the writer. */
type MeetingSaying = { kind: 'meeting'; story: StoryId; meeting: MeetingId };

/** What a story may owe. */
export type StoryDebt = StorySaying | MeetingSaying;
