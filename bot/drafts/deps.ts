import type { CaseDeps } from '../cases/deps.ts';
import type { Classification } from '../routing/classify.ts';
import type { Drafts } from './port.ts';

/** What the drafts capability depends on, including cases: a draft becomes one. */
export type DraftDeps = CaseDeps & {
  drafts: Drafts;
  classify: (text: string) => Classification;
};
