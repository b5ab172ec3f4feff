import type { Needs } from '../bot/needs.ts';
import { bringOver } from '../bot/people/linking/join.ts';
import type { Counts } from './tick-due.ts';

/** Brings over what people left behind who became one with another: where a process died in the middle of it. */
export const links = async (needs: Needs): Promise<Counts> => {
  let brought = 0;
  for (const person of await needs.people.joining()) brought += await bringOver(person, needs);
  return { 'brought-over': brought };
};
