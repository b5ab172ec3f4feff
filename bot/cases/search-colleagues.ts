import type { SearchWords } from '../card-fields.ts';
import type { CaseId, PersonId } from '../ids.ts';
import { findColleagues, peopleLike } from '../people/find-colleagues.ts';
import type { Person } from '../people/person.ts';
import type { CaseDeps } from './deps.ts';
import { partOfNow } from './part-of-now.ts';
import { refusalFor } from './rules.ts';

/** A colleague in a list to choose from. */
export type FoundColleague = { id: PersonId; name: string; unit: string | null };

const MAX_FOUND = 20;

/**
 * Colleagues to introduce, by the beginning of words of their name or unit. Only the agent of a case who may propose one
 * now is told; the list depends on nothing else, least of all on who asked.
 */
export const searchColleagues = async (
  { case: id, typed }: { case: CaseId; typed: SearchWords },
  person: Person,
  { cases, people, clock }: Pick<CaseDeps, 'cases' | 'people' | 'clock'>,
): Promise<FoundColleague[]> => {
  const c = await cases.get(id);
  if (c === null || person.forgetting !== undefined) return [];
  if (refusalFor(c, 'request-introduction', await partOfNow(c, person, { people }), clock()) !== null) return [];
  return findColleagues(typed, await peopleLike(typed, people))
    .slice(0, MAX_FOUND)
    .map(({ _id, name, unit }) => ({ id: _id, name, unit }));
};
