import type { PersonId } from '../ids.ts';
import { chooseAgent, type Wanted } from './choose-agent.ts';
import { NEEDS, type Need } from './classify.ts';
import type { Labels } from './guess.ts';
import type { Standing } from './standing.ts';

/** What an agent does not know, though the case needs it, and a colleague who does; null where none is named. */
export type Pair = { agent: PersonId | null; needs: Need[] };

/** The law or money that a case needs, as its text or its topic says, and that this agent does not know. */
export const lackingTo = (labels: Labels, { topics }: Pick<Standing, 'topics'>): Need[] =>
  needsOf(labels).filter((need) => !topics.includes(need));

const needsOf = ({ guess, topic, labelled }: Labels): Need[] =>
  NEEDS.filter((need) => (guess?.says && guess.needs.includes(need)) || (labelled?.topic && topic === need));

/**
 * Chooses who could help an agent with what they lack, by the same rules as any agent (docs/rules.md, "A colleague
 * besides"): rather one who knows all of it than one who knows a part.
 */
export const choosePair = (wanted: Wanted, lacking: readonly Need[], agents: readonly Standing[]): Pair => {
  for (const needs of lacking.length > 1 ? [lacking, ...lacking.map((need) => [need])] : [lacking]) {
    const able = agents.filter(({ topics }) => needs.every((need) => topics.includes(need)));
    const choice = chooseAgent(wanted, able);
    if (choice !== null) return { agent: choice.agent, needs: [...needs] };
  }
  return { agent: null, needs: [...lacking] };
};
