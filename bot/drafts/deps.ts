import type { Masked } from '../privacy/mask.ts';
import type { Classification } from '../routing/classify.ts';
import type { StoryDeps } from '../stories/deps.ts';
import type { AskingDrafts, Drafts } from './port.ts';

/** What the drafts capability depends on, including cases, because a draft becomes one, and stories, which may help instead. */
export type DraftDeps = StoryDeps & {
  drafts: Drafts & AskingDrafts;
  classify: (text: string) => Classification;
  /** As `classify`, with embeddings where there are any, so it may take a moment. */
  classifyWithHelp: (text: Masked) => Promise<Classification>;
  usesEmbeddings: boolean;
};
