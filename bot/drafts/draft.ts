import type { CaseId, MeetingId, PersonId, StoryId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import { type Masked, type Masking, NO_WORDS } from '../privacy/mask.ts';
import type { Guess, Labelled } from '../routing/guess.ts';
import type { ForWhom, Language, Principle, Topic } from '../words.ts';
import type { DraftLine } from './lines.ts';
import type { DraftDebt } from './notice.ts';

/**
 * `sending`: Send was pressed and the case is being opened; no other action is possible. `asking`: the teller of a story
 * is asked to talk with its writer. `met`: they said yes. `helped`: a story was enough.
 */
export const DRAFT_STATES = [
  'open',
  'changing',
  'sending',
  'asking',
  'used',
  'met',
  'helped',
  'discarded',
  'ended',
] as const;

/** What a draft was that ended as no dilemma: words that its card asked about, or a form without words. */
export const ENDED_AS = ['words', 'blank'] as const;

/** A dilemma that was written but not yet sent. Only its writer sees it. */
export type Draft = {
  _id: CaseId;
  rev: number;
  person: PersonId;
  language: Language;
  state: (typeof DRAFT_STATES)[number];
  /** The messages it was written in, in the order they were heard. Emptied with the text. */
  lines: DraftLine[];
  /** The lines as one text. Emptied when the draft is used, discarded or ended. */
  text: Masked;
  /** The kinds of personal numbers that were masked in the text. */
  found: Masking['found'];
  principle: Principle;
  topic: Topic;
  /** What was guessed from the text; missing on drafts of an earlier version, null once the text is gone. */
  guess?: Guess | null;
  /** Labels that were named, by the writer or by the nudge that led here: the text does not change them. */
  labelled?: Labelled;
  /** For whom it was sent; missing until then, and on drafts of an earlier version. */
  for?: ForWhom;
  /** Its writer's name when they began it; missing on drafts of an earlier version. Emptied with the text. */
  writtenAs?: string;
  /** When its latest line was written. */
  at: Date;
  /** When it ends if it is not sent; the card says so, and the clock acts on it. */
  keptUntil: Date;
  /** When the writer is reminded; null once that was done. */
  remindAt: Date | null;
  /** The writer was reminded. */
  reminded?: true;
  /** What it was when it ended, if not a dilemma. */
  endedAs?: (typeof ENDED_AS)[number];
  /**
   * The writer, while what they type joins this draft; else the draft's own id. Unique, so that of two lines that begin
   * a draft at the same time one joins the other.
   */
  takesLinesOf: PersonId | CaseId;
  /** How many previews were posted or are owed. Only the newest is sent. */
  previews: number;
  /** The number of the case it was sent to. */
  usedFor: number | null;
  /** The number of a case, closed too long ago, that the writer tried to continue. */
  follows: number | null;
  /** Written where others could read it, so it cannot be sent anonymously. */
  openly: boolean;
  /** The writer said that it is a dilemma of its own, not words to a colleague. */
  isNew?: boolean;
  /** The case whose card it answers. */
  answers?: CaseId;
  /** `answers` was offered to the writer: the field of the offer has the words, and they have no card of their own. */
  inOffer?: boolean;
  /** The words it brought to a case: their place among the turns. */
  sentTo?: { case: CaseId; turn: number };
  /** The teller who is asked, while `asking`. */
  meets?: { story: StoryId; meeting: MeetingId; text: Masked; until: Date };
  /** It is back because a teller could not talk. */
  returned?: boolean;
  /** The handled presses, and the fingerprints of the messages it was written in. */
  receipts: string[];
  owes: Owed<DraftDebt>[];
};

export const hasEnded = (draft: Draft, now: Date): boolean =>
  draft.state === 'ended' || (draft.keptUntil <= now && draft.state !== 'asking');

/** A draft that will not be sent any more keeps no words. */
export const EMPTIED: Pick<Draft, 'text' | 'lines' | 'guess' | 'writtenAs'> = {
  text: NO_WORDS,
  lines: [],
  guess: null,
  writtenAs: '',
};
