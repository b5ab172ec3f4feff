import type { CaseId, PersonId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Draft } from './draft.ts';
import type { DraftDebt } from './notice.ts';

export type DraftChange = { set: Partial<Omit<Draft, '_id' | 'rev' | 'owes' | 'receipts'>>; owes: Owed<DraftDebt>[] };

export interface Drafts {
  /** False when there is such a draft, or another one takes this person's lines. */
  add(draft: Draft): Promise<boolean>;
  get(id: CaseId): Promise<Draft | null>;
  change(id: CaseId, rev: number, change: DraftChange, receipt: string | null): Promise<boolean>;
  /** Drafts whose words went to this case. */
  sentTo(id: CaseId): Promise<Draft[]>;
  /** The draft that takes this person's lines, whatever has become of it. */
  taking(person: PersonId): Promise<Draft | null>;
  /** The draft that a message of this person went into; `heard` is its fingerprint. */
  byLine(person: PersonId, heard: string): Promise<Draft | null>;
  /** Drafts that this person has not sent yet. */
  openOf(person: PersonId): Promise<Draft[]>;
  /** Every draft of this person, including those that became cases. */
  of(person: PersonId): Promise<Draft[]>;
  /** Unsent drafts that are kept no longer, the longest overdue first. */
  overdue(now: Date): Promise<Draft[]>;
  /** Drafts whose writers are to be reminded now. */
  toRemind(now: Date): Promise<Draft[]>;
}

export interface AskingDrafts {
  /** Drafts whose writers wait for the teller of a story. */
  asking(): Promise<Draft[]>;
}
