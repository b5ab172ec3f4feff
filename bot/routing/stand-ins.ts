import type { PersonId } from '../ids.ts';
import { isFree, type Standing } from './standing.ts';

/**
 * Finds the first available substitute of an absent agent, following substitutes who are absent or full themselves.
 * Substitutes may form a chain or a ring. Null when the chain ends without anybody who may be asked. Each agent is
 * followed once, however many lead to them.
 */
export const standInsAmong = (
  agents: readonly Standing[],
  not: ReadonlySet<PersonId>,
): ((away: Standing) => Standing | null) => {
  let known: Map<PersonId, Standing> | null = null;
  /** Who is asked in the place of an agent: themselves, if they can be. */
  const asked = new Map<PersonId, Standing | null>();
  return (away) => {
    known ??= new Map(agents.map((agent) => [agent.id, agent]));
    const passed: PersonId[] = [];
    let next = away.substitute;
    while (next !== null && !asked.has(next)) {
      const agent = known.get(next);
      asked.set(next, agent !== undefined && isFree(agent) && !not.has(agent.id) ? agent : null);
      if (agent === undefined || asked.get(next) !== null) break;
      passed.push(next);
      next = agent.substitute;
    }
    const found = next === null ? null : (asked.get(next) ?? null);
    for (const id of passed) asked.set(id, found);
    return found;
  };
};
