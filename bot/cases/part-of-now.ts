import type { Person } from '../people/person.ts';
import type { Case } from './case.ts';
import type { CaseDeps } from './deps.ts';
import { type Part, partOf } from './part.ts';
import { strangersTo } from './strangers.ts';

/** A person's part in a case, given the asker's current managers. */
export const partOfNow = async (
  c: Case,
  person: Person,
  { people }: { people: Pick<CaseDeps['people'], 'get'> },
): Promise<Part> => partOf(c, person, await strangersTo(c, people));
