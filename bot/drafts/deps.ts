import type { CaseDeps } from '../cases/deps.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Classification } from '../routing/classify.ts';
import type { Drafts } from './port.ts';

/** What the drafts capability depends on, including cases: a draft becomes one. */
export type DraftDeps = CaseDeps & {
  drafts: Drafts;
  classify: (text: string) => Classification;
  /** As `classify`, with embeddings where there are any, so it may take a moment. */
  classifyWithHelp: (text: Masked) => Promise<Classification>;
  usesEmbeddings: boolean;
};
