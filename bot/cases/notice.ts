import type { CaseId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Principle, Topic } from '../words.ts';
import type { CaseState } from './case.ts';
import type { CaseView } from './view.ts';

/**
 * A message about a case names it and copies nothing: its words are made from the case as it is when the message leaves.
 * `from` is the first turn of the conversation that this message brings; `all` when the person asked to see it.
 */
export type CaseSaying = { kind: 'case'; case: CaseId; from: number | 'all' };

/** Short answers about cases. */
export type CaseReply =
  | { kind: 'my-cases'; cases: CaseLine[]; more: boolean }
  | { kind: 'case-not-found'; number: number }
  | {
      kind: 'agents';
      agents: { name: string; unit: string | null; principles: Principle[]; topics: Topic[]; free: boolean }[];
    };

/** A case as one person may see it now. It is the card in that person's chat, new or updated in place. */
export type CaseNotice = {
  kind: 'case';
  view: CaseView;
  /** `settled`: a newer message carries the case on; this one keeps its words and gives up its buttons. */
  settled: boolean;
};

export type CaseLine = {
  id: CaseId;
  number: number;
  state: CaseState;
  role: 'asker' | 'agent' | 'offered' | 'listed';
  snippet: Masked;
  next: 'you' | 'other';
};
