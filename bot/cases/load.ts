import type { PersonId } from '../ids.ts';
import { invitedColleague } from './invitations.ts';
import { openOffer } from './offer.ts';
import type { Burden } from './port.ts';

/**
 * The agents whom a case keeps busy: whoever has it while it is active, or holds its offer, also a colleague who would
 * take it over.
 */
export const holdersOf = (c: Burden): PersonId[] => {
  if (c.state === 'waiting') return existing([openOffer(c)?.agent]);
  if (c.state !== 'active') return [];
  // A count would tell whom an anonymous asker's case cannot be handed to.
  return existing([c.agent, c.anonymous ? null : invitedColleague(c, 'hand-over')]);
};

/** Without duplicates: after two accounts were linked, the one who has a case may be the one who is asked. */
const existing = (people: readonly (PersonId | null | undefined)[]): PersonId[] => [
  ...new Set(people.filter((person) => person !== null && person !== undefined)),
];
