import type { PersonId } from '../ids.ts';
import { absenceOn, isAbsent, isAgent, type Person } from '../people/person.ts';
import type { Standing } from '../routing/choose-agent.ts';
import type { Burden } from './port.ts';
import { openOffer } from './rules.ts';

/** Every agent as routing sees them. An agent's load is the active cases they have plus the offers they hold. */
export const standingsOf = (people: readonly Person[], burdens: readonly Burden[], localDate: string): Standing[] => {
  const load = new Map<PersonId, number>();
  for (const c of burdens) {
    const holder = c.state === 'active' ? c.agent : openOffer(c)?.agent;
    if (holder) load.set(holder, (load.get(holder) ?? 0) + 1);
  }
  return people.filter(isAgent).map((person) => ({
    id: person._id,
    principles: person.agent.principles,
    topics: person.agent.topics,
    languages: person.agent.languages,
    capacity: person.agent.capacity,
    load: load.get(person._id) ?? 0,
    absent: isAbsent(person, localDate),
    substitute: absenceOn(person, localDate)?.substitute ?? null,
    askedAt: person.askedAt,
  }));
};
