import type { CaseId } from '../ids.ts';
import type { CaseNews } from './news.ts';

/**
 * A message about a case holds only its id: the text is composed from the case's state on delivery. `from` is the first
 * turn that this message brings; `all` when the person asked to see the case. `why` is missing in debts that an earlier
 * version stored.
 */
export type CaseSaying = { kind: 'case'; case: CaseId; from: number | 'all'; why?: CaseNews };

/** Tells a human who looks after Sammen that a case waits: never its text, never who asked. */
type StuckSaying = { kind: 'stuck-case'; case: CaseId };

/** What a case may owe. */
export type CaseDebt = CaseSaying | StuckSaying;
