import { absenceLines, byFirstDay } from './absence-lines.ts';
import type { PeopleDeps } from './deps.ts';
import type { AbsenceNotice } from './notice.ts';
import { isAgent, type Person } from './person.ts';

export type AbsenceDeps = Pick<PeopleDeps, 'people' | 'clock' | 'time'>;

/** When a person is away, and who may be asked instead. */
export const absenceNotice = async (
  person: Person,
  did: AbsenceNotice['did'],
  { people, clock, time }: AbsenceDeps,
): Promise<AbsenceNotice> => {
  const now = clock();
  const todayDate = time.localDate(now);
  const agents = isAgent(person) ? (await people.agents()).filter(({ _id }) => _id !== person._id) : [];
  const names = new Map(agents.map(({ _id, name }) => [_id, name]));
  return {
    kind: 'absence',
    did,
    now,
    todayDate,
    agent: isAgent(person),
    absences: absenceLines(person, todayDate, names).sort(byFirstDay),
    substitutes: agents.map(({ _id: id, name }) => ({ id, name })),
  };
};
