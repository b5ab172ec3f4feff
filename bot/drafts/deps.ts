import type { CaseDeps } from '../cases/deps.ts';
import type { Classification } from '../routing/classify.ts';
import type { Drafts } from './port.ts';

/** What drafts need of the world, and the cases they become. */
export type DraftDeps = CaseDeps & {
  drafts: Drafts;
  classify: (text: string) => Classification;
};
