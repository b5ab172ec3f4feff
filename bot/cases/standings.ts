import type { PersonId } from '../ids.ts';
import { absenceOn, isAbsent, isAgent, type Person } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import type { Platform } from '../platform.ts';
import type { Standing } from '../routing/choose-agent.ts';
import { invitedColleague } from './invitations.ts';
import { openOffer } from './offer.ts';
import type { Burden } from './port.ts';

/**
 * Every agent as routing sees them. An agent's load is the active cases they have plus the offers they hold, also
 * of a colleague who would hand a case over.
 * @param platforms those that are configured: an agent without a chat on one of them cannot be reached
 */
export const standingsOf = (
  people: readonly Person[],
  burdens: readonly Burden[],
  localDate: string,
  platforms: readonly Platform[],
): Standing[] => {
  const load = new Map<PersonId, number>();
  for (const c of burdens) {
    // A count would tell whom an anonymous asker's case cannot be handed to.
    const asked = c.anonymous ? null : invitedColleague(c, 'hand-over');
    const holders = c.state === 'active' ? [c.agent, asked] : [openOffer(c)?.agent];
    for (const holder of holders) if (holder) load.set(holder, (load.get(holder) ?? 0) + 1);
  }
  return people.filter(isAgent).map((person) => ({
    id: person._id,
    unit: person.unit,
    principles: person.agent.principles,
    topics: person.agent.topics,
    languages: person.agent.languages,
    capacity: person.agent.capacity,
    load: load.get(person._id) ?? 0,
    absent: isAbsent(person, localDate),
    reachable: isReachable(person, platforms),
    substitute: absenceOn(person, localDate)?.substitute ?? null,
    askedAt: person.askedAt,
  }));
};
