import { returnDrafts, type SettleDeps } from '../bot/drafts/meet-teller.ts';
import { type RemindDeps, remindOfDrafts } from '../bot/drafts/remind-of-drafts.ts';
import type { Counts } from './names.ts';

/** Gives drafts back whose writers asked a teller in vain, and reminds people of drafts that will end soon. `retention` ends them. */
export const drafts = async (deps: RemindDeps & SettleDeps): Promise<Counts> => ({
  'drafts-returned': await returnDrafts(deps),
  'drafts-reminded': await remindOfDrafts(deps),
});
