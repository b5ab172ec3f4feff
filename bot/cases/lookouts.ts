import type { PersonId } from '../ids.ts';
import { isAbsent, type Person } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import { resolveJoined } from '../people/resolve-joined.ts';
import type { CaseDeps } from './deps.ts';

/**
 * Whom to tell that a case waits: the coordinator, or the admins where there is none, or none who is here and can be
 * reached. Never chosen by who asked: then getting or not getting the message would tell something about them.
 */
export const lookoutsOf = async ({
  people,
  organisation,
  platforms,
  clock,
  time,
}: Pick<CaseDeps, 'people' | 'organisation' | 'platforms' | 'clock' | 'time'>): Promise<PersonId[]> => {
  const today = time.localDate(clock());
  const canBeTold = (person: Person) => isReachable(person, platforms);
  const isHere = (person: Person) => canBeTold(person) && !isAbsent(person, today);
  const named = organisation.coordinator === undefined ? null : await people.byEmail(organisation.coordinator);
  const coordinator = named === null ? null : await resolveJoined(named, people);
  if (coordinator !== null && isHere(coordinator)) return [coordinator._id];
  const admins = (await people.withRole('admin')).filter(canBeTold);
  const present = admins.filter(isHere);
  return (present.length === 0 ? admins : present).map(({ _id }) => _id);
};
