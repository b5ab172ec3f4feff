import type { PersonId } from '../ids.ts';
import type { Language, Principle, Topic } from '../words.ts';

/** An agent as routing sees them. `load` counts active cases and pending offers. */
export type Standing = {
  id: PersonId;
  principles: readonly Principle[];
  topics: readonly Topic[];
  languages: readonly Language[];
  capacity: number;
  load: number;
  absent: boolean;
  /** Sammen can write to them. */
  reachable: boolean;
  /** Their substitute during absence. */
  substitute: PersonId | null;
  askedAt: Date;
};

export type Wanted = {
  principle: Principle;
  topic: Topic;
  language: Language;
  /** People who must not be asked: the asker, all managers above them, and agents who were asked before. */
  not: ReadonlySet<PersonId>;
};

/** Why this agent was chosen: what fits, their load and capacity, and whether they substitute for another. */
export type Reason = { principle: boolean; topic: boolean; load: number; capacity: number; standsIn: boolean };
export type Choice = { agent: PersonId; reason: Reason };

const hasRoom = (agent: Standing) => agent.load < agent.capacity;
const free = (agent: Standing) => !agent.absent && agent.reachable && hasRoom(agent);

/**
 * Chooses the best available agent who can be reached: by principle and topic, then language, load, and who was asked
 * least recently. If the best agent is absent, their substitute comes before the next best, also when the absent agent
 * has never opened Sammen. Ties are broken by id, so the result is deterministic. Null when nobody is available.
 */
export const chooseAgent = (wanted: Wanted, agents: readonly Standing[]): Choice | null => {
  const keys = (agent: Standing) => [
    -((agent.principles.includes(wanted.principle) ? 2 : 0) + (agent.topics.includes(wanted.topic) ? 1 : 0)),
    agent.languages.includes(wanted.language) ? 0 : 1,
    agent.load,
    agent.askedAt.getTime(),
  ];
  const ranked = agents
    .filter((agent) => !wanted.not.has(agent.id) && hasRoom(agent) && (agent.reachable || agent.absent))
    .map((agent) => ({ agent, keys: keys(agent) }))
    .sort((a, b) => firstDifference(a.keys, b.keys) || (a.agent.id < b.agent.id ? -1 : 1));
  for (const { agent: best } of ranked) {
    const agent = best.absent ? standIn(best, wanted.not, agents) : best;
    if (agent !== null) return { agent: agent.id, reason: reasonFor(agent, wanted, agent !== best) };
  }
  return null;
};

/**
 * The first available substitute of an absent agent, following substitutes who are absent or full themselves.
 * Substitutes may form a cycle, so nobody is checked twice. Null when the chain ends without anybody who may be asked.
 */
export const standIn = (away: Standing, not: ReadonlySet<PersonId>, agents: readonly Standing[]): Standing | null => {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const seen = new Set<PersonId>([away.id]);
  let next = away.substitute;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const agent = byId.get(next);
    if (agent === undefined) return null;
    if (free(agent) && !not.has(agent.id)) return agent;
    next = agent.substitute;
  }
  return null;
};

const reasonFor = (agent: Standing, wanted: Wanted, standsIn: boolean): Reason => ({
  principle: agent.principles.includes(wanted.principle),
  topic: agent.topics.includes(wanted.topic),
  load: agent.load,
  capacity: agent.capacity,
  standsIn,
});

const firstDifference = (a: readonly number[], b: readonly number[]): number => {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
