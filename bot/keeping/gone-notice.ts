import type { CaseDeps } from '../cases/deps.ts';
import type { GoneCase } from '../cases/gone-case.ts';
import type { CaseReply } from '../cases/notice.ts';
import { caseTextMonths } from './bounds.ts';

/** What a card says of a case that is kept no longer; null when there was none. */
export const goneNotice = (
  gone: GoneCase | null,
  { organisation }: Pick<CaseDeps, 'organisation'>,
): Extract<CaseReply, { kind: 'case-gone' }> | null =>
  gone === null ? null : { kind: 'case-gone', number: gone.number, months: caseTextMonths(organisation) };
