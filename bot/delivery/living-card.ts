import type { CaseId, MeetingId, PersonId, StoryId } from '../ids.ts';
import type { Platform } from '../platform.ts';

/** Where a message is: the platform, and the platform's own id of the message. */
export type Place = { platform: Platform; message: string };

/** The living card of a dilemma, a story or a meeting in a person's chat, and the part of the conversation it shows. */
export type LivingCard = Place & {
  _id: string;
  person: PersonId;
  case: CaseId | StoryId | MeetingId;
  /** The first turn it shows. */
  from: number;
  /** How many turns the person has been pinged about. */
  pinged: number;
  /** The news in its headline, and how many events the case had then; missing on cards of an earlier version. */
  news?: { why: string; events: number };
};

export interface LivingCards {
  get(person: PersonId, id: CaseId | StoryId | MeetingId): Promise<LivingCard | null>;
  put(post: Omit<LivingCard, '_id'>): Promise<void>;
}
