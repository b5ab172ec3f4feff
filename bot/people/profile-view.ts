import type { PeopleDeps } from './deps.ts';
import type { ProfileNotice } from './notice.ts';
import { isAgent, type Person } from './person.ts';

/** A person's own card about themselves, as it is now. */
export const profileNotice = async (
  person: Person,
  saved: ProfileNotice['saved'],
  { people, clock, time }: PeopleDeps,
): Promise<ProfileNotice> => {
  const now = clock();
  const todayDate = time.localDate(now);
  const agents = isAgent(person) ? (await people.agents()).filter(({ _id }) => _id !== person._id) : [];
  const names = new Map(agents.map(({ _id, name }) => [_id, name]));
  return {
    kind: 'profile',
    saved,
    now,
    todayDate,
    language: person.language,
    phone: person.phone,
    agent: isAgent(person) ? person.agent : null,
    absences: person.absences
      .filter(({ until }) => until >= todayDate)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, until, substitute }) => ({
        from,
        until,
        substitute: substitute === null ? null : (names.get(substitute) ?? null),
      })),
    substitutes: agents.map(({ _id: id, name }) => ({ id, name })),
  };
};
