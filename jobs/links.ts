import { type BringOverDeps, bringOver } from '../bot/accounts/linking/bring-over.ts';
import type { Counts } from './names.ts';

/** Completes merges that a crash interrupted: moves what the merged person left behind. */
export const links = async (deps: BringOverDeps): Promise<Counts> => {
  let brought = 0;
  for (const person of await deps.people.joining()) brought += await bringOver(person, deps);
  return { 'brought-over': brought };
};
