import type { ProfileNotice } from './notice.ts';
import { isAgent, type Person } from './person.ts';

/** A person's own profile card in its current state. */
export const profileNotice = (person: Person, saved: ProfileNotice['saved']): ProfileNotice => ({
  kind: 'profile',
  saved,
  language: person.language,
  phone: person.phone,
  agent: isAgent(person) ? person.agent : null,
});
