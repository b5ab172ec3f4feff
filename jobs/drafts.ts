import { type RemindDeps, remindOfDrafts } from '../bot/drafts/remind-of-drafts.ts';
import type { Counts } from './names.ts';

/** Reminds people of drafts that will end soon. `retention` ends them. */
export const drafts = async (deps: RemindDeps): Promise<Counts> => ({
  'drafts-reminded': await remindOfDrafts(deps),
});
