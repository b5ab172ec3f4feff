import { managersOf } from '../people/managers.ts';
import type { Person } from '../people/person.ts';
import type { Case } from './case.ts';
import type { CaseDeps } from './deps.ts';
import { type Part, partOf } from './rules.ts';

/** What a person is to a case, given who is above its asker now. */
export const partOfNow = async (
  c: Case,
  person: Person,
  { people }: { people: Pick<CaseDeps['people'], 'get'> },
): Promise<Part> => partOf(c, person, await managersOf(c.asker, people));
