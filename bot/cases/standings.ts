import type { PersonId } from '../ids.ts';
import { type AgentProfile, absenceOn, isAgent, type Person } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import type { Platform } from '../platform.ts';
import type { Standing } from '../routing/choose-agent.ts';
import { holdersOf } from './load.ts';
import type { Burden } from './port.ts';

/**
 * Every agent as routing sees them, from a reading of all people and open cases. Who answers people asks the roster
 * instead, which reads only what has changed.
 * @param platforms those that are configured: an agent without a chat on one of them cannot be reached
 */
export const standingsOf = (
  people: readonly Person[],
  burdens: readonly Burden[],
  localDate: string,
  platforms: readonly Platform[],
): Standing[] => {
  const load = new Map<PersonId, number>();
  for (const holder of burdens.flatMap(holdersOf)) load.set(holder, (load.get(holder) ?? 0) + 1);
  return people.filter(isAgent).map((agent) => standingOf(agent, load.get(agent._id) ?? 0, localDate, platforms));
};

/** One agent as routing sees them, with the number of cases that keep them busy. */
export const standingOf = (
  person: Person & { agent: AgentProfile },
  load: number,
  localDate: string,
  platforms: readonly Platform[],
): Standing => {
  const absence = absenceOn(person, localDate);
  return {
    id: person._id,
    unit: person.unit,
    principles: person.agent.principles,
    topics: person.agent.topics,
    languages: person.agent.languages,
    capacity: person.agent.capacity,
    load,
    absent: absence !== null,
    reachable: isReachable(person, platforms),
    substitute: absence?.substitute ?? null,
    askedAt: person.askedAt,
  };
};
