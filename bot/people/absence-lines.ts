import type { PersonId } from '../ids.ts';
import type { Person } from './person.ts';

/** An absence for display. `substitute` is a name. */
export type AbsenceLine = { from: string; until: string; substitute: string | null };

/** A person's current and future absences. @param names of possible substitutes */
export const absenceLines = (
  { absences }: Pick<Person, 'absences'>,
  todayDate: string,
  names: ReadonlyMap<PersonId, string>,
): AbsenceLine[] =>
  absences
    .filter(({ until }) => until >= todayDate)
    .map(({ from, until, substitute }) => ({
      from,
      until,
      substitute: substitute === null ? null : (names.get(substitute) ?? null),
    }));

export const byFirstDay = (a: AbsenceLine, b: AbsenceLine): number => (a.from < b.from ? -1 : 1);
