import type { CaseId, PersonId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Masked, Masking } from '../privacy/mask.ts';
import { HOUR } from '../time/units.ts';
import type { Language, Principle, Topic } from '../words.ts';
import type { DraftDebt } from './notice.ts';

/** `sending`: Send was pressed and the case is being opened; no other action is possible. */
export const DRAFT_STATES = ['open', 'changing', 'sending', 'used', 'discarded', 'ended'] as const;

/** A dilemma that was written but not yet sent. Only its writer sees it. */
export type Draft = {
  _id: CaseId;
  rev: number;
  person: PersonId;
  language: Language;
  state: (typeof DRAFT_STATES)[number];
  /** Emptied when the draft is used, discarded or ended. */
  text: Masked;
  /** The kinds of personal numbers that were masked in the text. */
  found: Masking['found'];
  principle: Principle;
  topic: Topic;
  at: Date;
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
  /** The words it brought to a case: their place among the turns. */
  sentTo?: { case: CaseId; turn: number };
  receipts: string[];
  owes: Owed<DraftDebt>[];
};

/** Drafts end after 24 hours (docs/rules.md, "Drafts"). */
export const DRAFT_HOURS = 24;

export const hasEnded = (draft: Draft, now: Date): boolean =>
  draft.state === 'ended' || now.getTime() - draft.at.getTime() > DRAFT_HOURS * HOUR;
