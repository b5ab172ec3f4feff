import { ERASURE_ACTIONS, LINK_ACTIONS } from './accounts/command.ts';
import { ACCESS_ACTIONS, ADMIN_ACTIONS } from './admin/command.ts';
import { CASE_ACTIONS } from './cases/command.ts';
import { type CommandOf, verbs } from './command-of.ts';
import { DRAFT_ACTIONS } from './drafts/command.ts';
import { NUDGE_ACTIONS, RUN_ACTIONS, WISH_ACTIONS } from './nudges/command.ts';
import { LANGUAGE_ACTIONS, PROFILE_ACTIONS } from './people/command.ts';
import { MEETING_ACTIONS, SHOW_STORY_ACTIONS, STORY_ACTIONS } from './stories/command.ts';
import { TALK_ACTIONS } from './talk/command.ts';

/** Every action a card can send, by verb. Each capability defines the schemas of its own verbs. */
export const ACTIONS = verbs({
  ...CASE_ACTIONS,
  ...DRAFT_ACTIONS,
  ...STORY_ACTIONS,
  ...SHOW_STORY_ACTIONS,
  ...MEETING_ACTIONS,
  ...TALK_ACTIONS,
  ...LANGUAGE_ACTIONS,
  ...PROFILE_ACTIONS,
  ...LINK_ACTIONS,
  ...ERASURE_ACTIONS,
  ...ADMIN_ACTIONS,
  ...ACCESS_ACTIONS,
  ...NUDGE_ACTIONS,
  ...WISH_ACTIONS,
  ...RUN_ACTIONS,
});

export type Verb = keyof typeof ACTIONS;
export type Command<V extends Verb = Verb> = CommandOf<typeof ACTIONS, V>;
