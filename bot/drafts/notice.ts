import type { Addressee, Sent } from '../cases/addressee.ts';
import type { CaseSaying } from '../cases/saying.ts';
import type { WarningView } from '../cases/view-types.ts';
import type { CaseId, StoryId } from '../ids.ts';
import type { Replying } from '../messages/owed.ts';
import type { AgentsToChoose } from '../people/agents-to-choose.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Own } from '../privacy/own-words.ts';
import type { Certainty } from '../routing/guess.ts';
import type { StoryReply } from '../stories/notice.ts';
import type { ShowingWord } from '../talk/word-in-chat.ts';
import type { ForWhom, Principle, Topic } from '../words.ts';

/**
 * Holds only the draft's id: the text is composed from the draft's state on delivery. `nth`: which of the draft's
 * previews it is; missing on updates, and on messages of an earlier version.
 */
export type DraftSaying = { kind: 'draft'; draft: CaseId; nth?: number };

/** What a draft may owe: its own card, that of the offer whose field holds its words, or thanks to a story's teller. */
export type DraftDebt = DraftSaying | CaseSaying | Replying<StoryReply>;

export type DraftNotice = { kind: 'draft'; view: DraftView };

export type DraftReply =
  /** What is left of a preview when a newer one was posted further down, or in the person's chat on another platform. */
  | { kind: 'draft-moved'; to: Platform | null }
  /** A line that did not fit into the draft. `most`: characters that a draft may hold. */
  | { kind: 'draft-full'; most: number }
  /** A message was edited or deleted after its words were sent. */
  | { kind: 'sent-stays' };

export type DraftStory = { id: StoryId; text: Masked; meet: boolean };

export type DraftView = {
  id: CaseId;
  rev: number;
  /** How many previews of it were posted or are owed. */
  previews: number;
  now: Date;
  /** `open` shows the preview and `changing` the form. `in-offer`: the offer's card has the words. The others are final. */
  state: 'open' | 'changing' | 'in-offer' | 'asking' | 'used' | 'met' | 'helped' | 'discarded' | 'ended';
  text: Masked;
  principle: Principle;
  topic: Topic;
  for: ForWhom;
  /** How sure it is what the dilemma is about. */
  certainty: Certainty;
  /** The principles to choose from, the likeliest first; empty where nothing is asked. */
  choices: readonly Principle[];
  /** The writer named the principle. */
  named: boolean;
  /**
   * The time in "A human writes by …" if it were sent now, normally and when help is needed today. Null when there is
   * nobody who could read it: then nothing is promised.
   */
  promised: { at: Date; todayAt: Date } | null;
  warning: WarningView | null;
  /** The last day on which it can be sent, YYYY-MM-DD. */
  lastDay: string;
  /** When `ended`: a dilemma, words that the card asked about, or a form without words. */
  endedAs: 'dilemma' | 'words' | 'blank';
  /** Published stories that may help, the closest first; `meet`: the teller can be asked to talk. */
  stories: readonly DraftStory[];
  /** When `asking`: until when the teller may answer. */
  asksUntil: Date | null;
  /** It is back: a teller could not talk. */
  returned: boolean;
  /** The writer is being reminded of it. */
  reminded: boolean;
  /** It says too little for somebody to think along. */
  vague: boolean;
  /** The agents whom the writer may leave out, or `many` when they are too many for a list. */
  agents: AgentsToChoose;
  /** To whom the words may go instead of becoming a dilemma, the likeliest first. */
  addressees: readonly Addressee[];
  /** The writer said that it is a dilemma: the addressees are only a way back. */
  isNew: boolean;
  /** Words that may be for a colleague read like a dilemma of their own. */
  asksAnew: boolean;
  /** The word of ours that they may have asked for instead; null when it is a dilemma. */
  inDoubt: ShowingWord | null;
  /** The number of the case it was sent to, when `used`. */
  usedFor: number | null;
  /** When `used`: who gets the words, and how far they have come. Null when it became something else. */
  sent: Sent | null;
  /** The number of a case, closed more than 30 days ago, that the person tried to continue. */
  follows: number | null;
  /** What in the text would give its writer away, if they send it without their name. */
  own: readonly Own[];
  /** Written where others could read it, so it cannot be sent anonymously. */
  openly: boolean;
};
