import type { Case } from '../cases/case.ts';
import type { GoneCase } from '../cases/gone-case.ts';
import type { Hold } from '../cases/hold.ts';
import type { Erased } from '../cases/replace-person.ts';
import type { CaseDebt } from '../cases/saying.ts';
import type { WordsOfCase } from '../cases/words-of-case.ts';
import type { Drafts } from '../drafts/port.ts';
import type { CaseId, MeetingId, PersonId, StoryId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Stories } from '../stories/port.ts';

/** Cases that are kept no longer: not one that is held, or whose facts are still to be taken. */
export interface ExpiredCases {
  /** Up to `limit` cases that ended before this moment, the longest ended first. */
  ended(before: Date, limit: number): Promise<Case[]>;
  /** Keeps in mind that the case went, once, and that its cards do not say so yet. */
  noteGone(gone: GoneCase): Promise<void>;
  /** Removes the case, with everything in it. False when it has changed since `rev`, or is held. */
  remove(id: CaseId, rev: number): Promise<boolean>;
  /** Up to `limit` cases that went and whose cards do not say so yet. */
  untold(limit: number): Promise<GoneCase[]>;
  told(id: CaseId): Promise<void>;
  /** Up to `limit` cases whose cards were told, and that went before this moment: where the cards are can go. */
  withCards(before: Date, limit: number): Promise<CaseId[]>;
  /** Afterwards only talks that were called off are left to forget, if there are any. */
  withoutCards(id: CaseId): Promise<void>;
  /** Up to `limit` cases without cards that went before this moment, and of which called-off talks are still kept. */
  withTalks(before: Date, limit: number): Promise<CaseId[]>;
  withoutTalks(id: CaseId): Promise<void>;
}

export interface HeldCases {
  /** Puts a legal hold on a case. False when the case has changed since `rev`. */
  hold(id: CaseId, rev: number, hold: Hold): Promise<boolean>;
  /** Takes the hold off, and changes these parts in the same write, if any. False when the case has changed since `rev`. */
  release(id: CaseId, rev: number, parts: Erased | null): Promise<boolean>;
}

export interface ExpiredDrafts {
  /** Up to `limit` drafts that are over, and were to be kept until before this moment. */
  over(before: Date, limit: number): Promise<CaseId[]>;
  remove(id: CaseId): Promise<void>;
}

export interface ExpiredMeetings {
  /** Up to `limit` stories with a meeting that was to be answered before this moment. */
  storiesWithMeetings(before: Date, limit: number): Promise<StoryId[]>;
}

export interface ExpiredMessages {
  /**
   * Forgets up to `limit` messages that were due before this moment and are over, or by `waiting` could not be delivered;
   * not those that come once in a lifetime. Returns how many.
   */
  forgetSettled(before: Date, waiting: Date, limit: number): Promise<number>;
}

/** Where the cards about something are. */
export interface CardsAbout {
  /** In whose chats. */
  readersOf(about: CaseId | StoryId | MeetingId): Promise<PersonId[]>;
  forgetAbout(about: CaseId | StoryId | MeetingId): Promise<void>;
}

/** The chats that Sammen keeps itself: those of the sandbox. */
export interface OwnChats {
  /** Forgets up to `limit` messages that were last changed before this moment. Returns how many. */
  forgetBefore(moment: Date, limit: number): Promise<number>;
}

/** What a run of retention would take. `oldest`: null when it would take none. */
export type Expired = { count: number; oldest: Date | null };
export interface ExpiredCounts {
  countCases(before: Date): Promise<Expired>;
  countDrafts(before: Date): Promise<Expired>;
  countMeetings(before: Date): Promise<Expired>;
  countMessages(before: Date, waiting: Date): Promise<Expired>;
  countReceipts(before: Date): Promise<Expired>;
  countLinkRequests(before: Date): Promise<Expired>;
  countAccessLog(before: Date): Promise<Expired>;
  countChats(before: Date): Promise<Expired>;
  /** Cases that ended before this moment and stay: under a legal hold, or until their facts are taken. */
  countStaying(before: Date): Promise<{ held: number; uncounted: number }>;
}

export interface CasesWithWords {
  /** Replaces what was written in a case, in one write with what it owes. False when the case has changed since `rev`. */
  changeWords(id: CaseId, rev: number, words: WordsOfCase, owes: readonly Owed<CaseDebt>[]): Promise<boolean>;
}

export type StoryOfCase = Pick<Stories, 'ofCase' | 'change'>;
export type DraftsOfCase = Pick<Drafts, 'sentTo' | 'openOf' | 'change'>;

/** The municipality's own examples, which may hold a case's dilemma without names. */
export interface ExamplesOfCase {
  /** Changes the text of the example that came from this case; `look` writes nothing. */
  change(id: CaseId, change: (text: Masked) => Masked, manner: 'look' | 'take'): Promise<void>;
}
