import { absenceLines, byFirstDay } from './absence-lines.ts';
import type { PeopleDeps } from './deps.ts';
import type { ProfileNotice } from './notice.ts';
import { isAgent, type Person } from './person.ts';

export type ProfileDeps = Pick<PeopleDeps, 'people' | 'clock' | 'time'>;

/** A person's own profile card in its current state. */
export const profileNotice = async (
  person: Person,
  saved: ProfileNotice['saved'],
  { people, clock, time }: ProfileDeps,
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
    absences: absenceLines(person, todayDate, names).sort(byFirstDay),
    substitutes: agents.map(({ _id: id, name }) => ({ id, name })),
  };
};
