import type { WarningView } from '../cases/view.ts';
import type { CaseId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Principle, Topic } from '../words.ts';

/** A draft is named, not copied: the words are made from its present state when the message leaves. */
export type DraftSaying = { kind: 'draft'; draft: CaseId };

export type DraftNotice = { kind: 'draft'; view: DraftView };

export type DraftView = {
  id: CaseId;
  rev: number;
  now: Date;
  /** `open`: the preview; `changing`: the form; then what became of it. */
  state: 'open' | 'changing' | 'used' | 'discarded' | 'ended';
  text: Masked;
  principle: Principle;
  topic: Topic;
  /** "A human writes by …", were it sent now; and if it were needed today. */
  promisedAt: Date;
  promisedTodayAt: Date;
  warning: WarningView | null;
  /** Cases of this person that wait for them: the first buttons. */
  waitingCases: { id: CaseId; number: number }[];
  /** The case it was sent to, when `used`. */
  usedFor: number | null;
  /** A closed case, older than 30 days, that the person tried to go on with. */
  follows: number | null;
  /** Others have read it where it was written: it goes with the writer's name. */
  openly: boolean;
};
