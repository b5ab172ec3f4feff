import { type BringOverDeps, bringOver } from '../bot/lives/linking/bring-over.ts';
import type { Counts } from './tick-due.ts';

/** Brings over what people left behind who became one with another: where a process died in the middle of it. */
export const links = async (deps: BringOverDeps): Promise<Counts> => {
  let brought = 0;
  for (const person of await deps.people.joining()) brought += await bringOver(person, deps);
  return { 'brought-over': brought };
};
