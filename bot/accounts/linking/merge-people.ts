import type { Person } from '../../people/person.ts';
import type { PersonChange } from '../../people/port.ts';
import { PRINCIPLES, ROLES } from '../../words.ts';

/** What the survivor takes over: roles add up, and missing details are filled in. */
export const merged = (keeper: Person, other: Person): Partial<PersonChange> => ({
  roles: ROLES.filter((role) => keeper.roles.includes(role) || other.roles.includes(role)),
  email: keeper.email ?? other.email,
  unit: keeper.unit ?? other.unit,
  profession: keeper.profession ?? other.profession,
  manager: keeper.manager ?? other.manager,
  phone: keeper.phone ?? other.phone,
  agent: keeper.agent ?? other.agent,
  imported: keeper.imported || other.imported,
  askedAbout: PRINCIPLES.filter((one) => [keeper, other].some(({ askedAbout }) => askedAbout?.includes(one))),
});

/** Resets a merged person to a mere reference to the survivor. */
export const EMPTIED: Partial<PersonChange> = {
  roles: [],
  email: null,
  unit: null,
  profession: null,
  manager: null,
  phone: null,
  agent: null,
  imported: false,
  said: [],
  closed: [],
};
