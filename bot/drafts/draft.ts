import type { CaseId, PersonId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Masked, Masking } from '../privacy/mask.ts';
import { HOUR } from '../time/units.ts';
import type { Language, Principle, Topic } from '../words.ts';
import type { DraftSaying } from './notice.ts';

/** `sending`: Send was pressed and its case is being opened; nothing else can be done to it any more. */
export const DRAFT_STATES = ['open', 'changing', 'sending', 'used', 'discarded', 'ended'] as const;

/** A dilemma that was written and not yet sent: only its writer sees it. */
export type Draft = {
  _id: CaseId;
  rev: number;
  person: PersonId;
  language: Language;
  state: (typeof DRAFT_STATES)[number];
  /** Emptied when the draft is used, thrown away or ended. */
  text: Masked;
  /** The kinds of personal numbers that were masked in it. */
  found: Masking['found'];
  principle: Principle;
  topic: Topic;
  at: Date;
  /** The number of the case it was sent to. */
  usedFor: number | null;
  /** A case closed too long ago, which its writer tried to go on with. */
  follows: number | null;
  /** Written where others read it, so its writer is known: it can be sent with their name only. */
  openly: boolean;
  receipts: string[];
  owes: Owed<DraftSaying>[];
};

/** Drafts end after 24 hours (docs/rules.md, "Drafts"). */
export const DRAFT_HOURS = 24;

export const hasEnded = (draft: Draft, now: Date): boolean =>
  draft.state === 'ended' || now.getTime() - draft.at.getTime() > DRAFT_HOURS * HOUR;
