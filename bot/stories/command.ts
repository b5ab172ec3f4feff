import { z } from 'zod';
import { id, meeting, optional, story } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import { freeText, requiredText } from '../privacy/free-text.ts';
import { isoWeek } from '../time/week-field.ts';
import { MAX_STORY_LENGTH } from './story.ts';

/** Why HR takes a story down, in characters. */
const MAX_REASON_LENGTH = 300;

/** Every action on a story. `story` beside `case`: cards bring it along, scripts need not. */
export const STORY_ACTIONS = verbs({
  'edit-story': z.object({ case: id, text: requiredText({ max: MAX_STORY_LENGTH }), story: optional(story) }),
  'approve-story': z.object({ case: id, approve: z.enum(['yes', 'no']), story: optional(story) }),
  /** One of the two takes it back; HR and admins take it down, and say why. */
  'withdraw-story': z.object({ story, reason: freeText({ max: MAX_REASON_LENGTH }) }),
});

export const SHOW_STORY_ACTIONS = verbs({
  /** The card of a story, for whoever has a part in it. */
  'show-story': z.object({ story }),
  /** More of the newest stories, for HR and admins: those after this one. */
  'more-stories': z.object({ story, week: isoWeek }),
});

/** The teller's answer. Without `meeting`, the one who has waited longest is meant. */
export const MEETING_ACTIONS = verbs({
  'accept-meeting': z.object({ story, meeting: optional(meeting) }),
  'decline-meeting': z.object({ story, meeting: optional(meeting) }),
});

export type MeetingCommand = CommandOf<typeof MEETING_ACTIONS>;

export type StoryCommand<V extends keyof typeof STORY_ACTIONS = keyof typeof STORY_ACTIONS> = CommandOf<
  typeof STORY_ACTIONS,
  V
>;
