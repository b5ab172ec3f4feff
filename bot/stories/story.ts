import type { CaseId, MeetingId, PersonId, StoryId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Week } from '../time/iso-week.ts';
import type { Language, Principle, Topic } from '../words.ts';
import type { StoryDebt } from './saying.ts';

/**
 * `proposed`: the teller has not said yes to these words. `approved`: the teller has, the agent has not. `withdrawn`: one
 * of the two said no, or took it back. `taken-down`: HR or an admin did. The last two are for ever.
 */
export const STORY_STATES = ['proposed', 'approved', 'published', 'withdrawn', 'taken-down'] as const;
export type StoryState = (typeof STORY_STATES)[number];

/** In characters. */
export const MAX_STORY_LENGTH = 600;

/**
 * A colleague who asked to talk with the teller. `lapsed`: the teller did not answer, or there is no story any more.
 * `text` is emptied unless they said yes.
 */
export type Meeting = {
  id: MeetingId;
  draft: CaseId;
  writer: PersonId;
  text: Masked;
  state: 'asked' | 'accepted' | 'declined' | 'lapsed';
  /** When it lapses; the teller is told, and the clock acts on it. */
  until: Date;
};

/** What was learned in a case, in words that go to all once the teller and the agent have said yes to them. */
export type Story = {
  _id: StoryId;
  rev: number;
  state: StoryState;
  /** Whose learning it is. Only the two of the case may learn of it: it goes into nothing that others see. */
  case: CaseId;
  /** Who asked; null once they are forgotten. Nobody sees it before they say yes to a meeting. */
  teller: PersonId | null;
  /** Who answered; null once they are forgotten. */
  agent: PersonId | null;
  principle: Principle;
  topic: Topic;
  language: Language;
  text: Masked;
  /** The revision that brought these words: a yes on a card of an earlier one was to other words. */
  wordsFrom: number;
  /** When each of the two said yes to exactly these words; null where they have not. */
  approvals: { teller: Date | null; agent: Date | null };
  /** Others never learn more than the week. Null before. */
  publishedIn: Week | null;
  /**
   * When it was first published, and the teller's unit then; for counting only, so nobody else learns of it. It stays
   * when the words go. Missing before, and in stories of an earlier version.
   */
  told?: { week: Week; unit: string | null };
  /** Why HR took it down; the two read it. */
  reason: Masked | null;
  /** Oldest first. */
  meetings: Meeting[];
  receipts: string[];
  owes: Owed<StoryDebt>[];
};

/** All that others may know of a story. */
export type PublishedStory = Pick<Story, '_id' | 'principle' | 'topic' | 'language' | 'text'> & { week: Week };

/** What others may know of it; null unless it is published. */
export const published = ({
  _id,
  state,
  principle,
  topic,
  language,
  text,
  publishedIn,
}: Story): PublishedStory | null =>
  state === 'published' && publishedIn !== null ? { _id, principle, topic, language, text, week: publishedIn } : null;
