import type { DraftDeps } from '../bot/drafts/deps.ts';
import { remindOfDrafts } from '../bot/drafts/remind-of-drafts.ts';
import type { Counts } from './names.ts';

/** Reminds people of drafts that will end soon. `retention` ends them. */
export const drafts = async (deps: Pick<DraftDeps, 'drafts' | 'clock'>): Promise<Counts> => ({
  'drafts-reminded': await remindOfDrafts(deps),
});
