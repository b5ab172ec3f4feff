import type { PersonId } from '../ids.ts';
import type { Person } from './person.ts';

/** An absence as it is shown: `substitute` by name. */
export type AbsenceLine = { from: string; until: string; substitute: string | null };

/** Somebody's absences now and to come. @param names of those who may stand in for them */
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
