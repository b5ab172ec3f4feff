import type { CaseId, PersonId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Draft } from './draft.ts';
import type { DraftDebt } from './notice.ts';

export type DraftChange = { set: Partial<Omit<Draft, '_id' | 'rev' | 'owes' | 'receipts'>>; owes: Owed<DraftDebt>[] };

export interface Drafts {
  add(draft: Draft): Promise<boolean>;
  get(id: CaseId): Promise<Draft | null>;
  change(id: CaseId, rev: number, change: DraftChange, receipt: string | null): Promise<boolean>;
  /** Drafts whose words went to this case. */
  sentTo(id: CaseId): Promise<Draft[]>;
  /** Drafts that this person has not sent yet. */
  openOf(person: PersonId): Promise<Draft[]>;
  /** Every draft of this person, including those that became cases. */
  of(person: PersonId): Promise<Draft[]>;
  /** Open drafts written before `moment`. */
  unsentBefore(moment: Date): Promise<Draft[]>;
}
