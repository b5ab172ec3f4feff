import type { Person } from '../../people/person.ts';
import type { PersonChange } from '../../people/port.ts';
import { ROLES } from '../../words.ts';

/** What somebody takes over from who they also are: roles add up, and what they had not said themselves. */
export const merged = (keeper: Person, other: Person): Partial<PersonChange> => ({
  roles: ROLES.filter((role) => keeper.roles.includes(role) || other.roles.includes(role)),
  email: keeper.email ?? other.email,
  unit: keeper.unit ?? other.unit,
  profession: keeper.profession ?? other.profession,
  manager: keeper.manager ?? other.manager,
  phone: keeper.phone ?? other.phone,
  agent: keeper.agent ?? other.agent,
  imported: keeper.imported || other.imported,
});

/** What is left of who joined another: a name that leads there. */
export const EMPTIED: Partial<PersonChange> = {
  roles: [],
  email: null,
  unit: null,
  profession: null,
  manager: null,
  phone: null,
  agent: null,
  imported: false,
};
