import type { Person } from '../../../bot/people/person.ts';
import { PRINCIPLES, TOPICS } from '../../../bot/words.ts';
import { anAgent, aPerson, aProfile, TUESDAY } from '../../support/fixtures/builders.ts';

/** How many colleagues the made-up town hall has. */
const PEOPLE = 40;
const AGENTS = 12;
/** Every so many people write on both platforms. */
const ON_BOTH = 10;
export const UNITS = ['Park og Vej', 'Skole', 'Ældre', 'Kultur', 'Byg', 'Jobcenter'] as const;

const take = <T>(from: readonly T[], n: number): T => {
  const taken = from[n % from.length];
  if (taken === undefined) throw new RangeError('an empty list');
  return taken;
};

const addressesOf = (id: string, n: number): Person['addresses'] => {
  const on = (platform: 'teams' | 'slack') => ({ platform, id: `${platform}-${id}`, at: TUESDAY });
  if (n % ON_BOTH === 0) return [on('teams'), on('slack')];
  return [on(n % 2 === 0 ? 'teams' : 'slack')];
};

/** People of six units on both platforms: agents, managers, an HR colleague and two admins among them. */
export const townHall = (): Person[] =>
  Array.from({ length: PEOPLE }, (_, n) => {
    const id = `p${String(n).padStart(2, '0')}`;
    const common: Partial<Person> = {
      addresses: addressesOf(id, n),
      unit: take(UNITS, n),
      email: `${id}@kommune.example`,
      imported: true,
    };
    if (n < AGENTS)
      return anAgent(id, {
        ...common,
        agent: aProfile({
          principles: [take(PRINCIPLES, n), take(PRINCIPLES, n + 1)],
          topics: [take(TOPICS, n), take(TOPICS, n + 1)],
          capacity: 3,
        }),
      });
    const roles: Person['roles'] = n === AGENTS ? ['hr'] : n <= AGENTS + 2 ? ['admin'] : [];
    return aPerson(id, { ...common, roles });
  });
