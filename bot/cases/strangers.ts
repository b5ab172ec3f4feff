import type { PersonId } from '../ids.ts';
import { managersOf } from '../people/managers.ts';
import type { People } from '../people/port.ts';
import type { Case } from './case.ts';

/**
 * Who may never read a case, and is not told that it exists: the asker's current managers, and the agents whom the asker
 * named (docs/rules.md, "Agents not to ask").
 */
export const strangersTo = async (
  { asker, notTo = [] }: Pick<Case, 'asker' | 'notTo'>,
  people: Pick<People, 'get'>,
): Promise<Set<PersonId>> => new Set([...(await managersOf(asker, people)), ...notTo]);
