import type { Contact } from '../cases/colleague-views.ts';
import type { AskerShown } from '../cases/said-views.ts';
import type { WarningView } from '../cases/view-types.ts';
import type { CaseId, MeetingId, StoryId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Week } from '../time/iso-week.ts';
import type { Language, Principle } from '../words.ts';
import type { StoryState } from './story.ts';

export type StoryNotice = { kind: 'story'; view: StoryView };

/** What is left of a story's card when a newer one was posted further down, or in the chat on another platform. */
export type StoryReply =
  | { kind: 'story-moved'; to: Platform | null }
  /** To the teller: the story was enough for somebody. */
  | { kind: 'story-helped' }
  /** Somebody asked for a search, and did not say what for. */
  | { kind: 'search-what' }
  /** `more`: how many stories were found besides. */
  | { kind: 'found'; stories: readonly Masked[]; more: number; principles: readonly Principle[] }
  /** To HR and admins: what colleagues can read, the newest week first. `next`: the last one shown, when there are more. */
  | { kind: 'stories'; stories: readonly StoryLine[]; next: { id: StoryId; week: Week } | null };

/** A published story in a list: the beginning of its words is shown. */
export type ToldStory = { id: StoryId; principle: Principle; text: Masked };
export type StoryLine = ToldStory & { week: Week };

export type MeetingNotice = { kind: 'meeting'; view: MeetingView };

/** A colleague who wants to talk with a story's teller. The teller's name is shown after their yes. */
export type MeetingView = {
  story: StoryId;
  meeting: MeetingId;
  rev: number;
  now: Date;
  /** The words of the story. */
  told: Masked;
} & (
  | { viewer: 'teller'; state: 'asked'; writer: { name: string; unit: string | null }; text: Masked; until: Date }
  | { viewer: 'teller'; state: 'accepted'; writer: string; text: Masked; contact: Contact | null }
  | { viewer: 'teller'; state: 'over' }
  | { viewer: 'writer'; state: 'accepted'; teller: string; contact: Contact | null }
);

/** A story as one of its two, or HR, may see it now. */
export type StoryView = TellerView | StoryAgentView | HrStoryView;

type Seen = { id: StoryId; rev: number; text: Masked; principle: Principle };

/** What the two see. `number`: of their case, while it is there. `may`: say yes, or change the words; the case may not allow it now. */
type OfTwo = Seen & {
  case: CaseId;
  number: number | null;
  may: { approve: boolean; edit: boolean };
  /** Why HR took it down; null unless they did. */
  reason: Masked | null;
};

/** `agent` is null when they were forgotten: then nobody can say the second yes. */
export type TellerView = OfTwo & {
  viewer: 'teller';
  state: StoryState;
  agent: string | null;
  /** What the words should not hold, or where they may belong. */
  warning: WarningView | null;
  /** The words are the teller's own, not the proposal. */
  edited: boolean;
};

export type StoryAgentView = OfTwo & { viewer: 'agent'; state: StoryState; teller: AskerShown };

/** What HR sees: nothing of whose it is. */
export type HrStoryView = Seen & { viewer: 'hr'; state: 'published' | 'taken-down'; language: Language };
