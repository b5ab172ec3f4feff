import type { PersonId } from '../ids.ts';
import type { Language, Principle, Topic } from '../words.ts';

/** An agent as routing sees one: `load` counts the cases they have and the offers they hold. */
export type Standing = {
  id: PersonId;
  principles: readonly Principle[];
  topics: readonly Topic[];
  languages: readonly Language[];
  capacity: number;
  load: number;
  absent: boolean;
  askedAt: Date;
};

export type Wanted = {
  principle: Principle;
  topic: Topic;
  language: Language;
  /** The asker, everybody above them, and whoever has been asked before. */
  not: ReadonlySet<PersonId>;
};

/** Why this agent: what fits, and how many cases they have of how many they take. */
export type Reason = { principle: boolean; topic: boolean; load: number; capacity: number };
export type Choice = { agent: PersonId; reason: Reason };

const free = (agent: Standing) => !agent.absent && agent.load < agent.capacity;

/**
 * The best available agent: by principle and topic, then language, open load, and who was asked least recently.
 * Ties break by id, so the same every time. Null when nobody is available.
 */
export const chooseAgent = (wanted: Wanted, agents: readonly Standing[]): Choice | null => {
  const keys = (agent: Standing) => [
    -((agent.principles.includes(wanted.principle) ? 2 : 0) + (agent.topics.includes(wanted.topic) ? 1 : 0)),
    agent.languages.includes(wanted.language) ? 0 : 1,
    agent.load,
    agent.askedAt.getTime(),
  ];
  const [best] = agents
    .filter((agent) => !wanted.not.has(agent.id) && free(agent))
    .map((agent) => ({ agent, keys: keys(agent) }))
    .sort((a, b) => firstDifference(a.keys, b.keys) || (a.agent.id < b.agent.id ? -1 : 1));
  if (best === undefined) return null;
  const { agent } = best;
  return {
    agent: agent.id,
    reason: {
      principle: agent.principles.includes(wanted.principle),
      topic: agent.topics.includes(wanted.topic),
      load: agent.load,
      capacity: agent.capacity,
    },
  };
};

const firstDifference = (a: readonly number[], b: readonly number[]): number => {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
