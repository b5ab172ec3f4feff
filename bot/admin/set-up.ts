import { hasRole, isAgent, type Person } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import type { Platform } from '../platform.ts';
import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';

type RoleCounts = { admins: number; hr: number; agents: number };

/** How far a new Sammen has come, in numbers: what the set-up page shows. It names nobody. */
export type SetUp = {
  /** Each platform that is on, and how many people have a chat there. */
  platforms: { platform: Platform; met: number }[];
  /** People on the municipality's list. */
  listed: number;
  /** Those of each role, and those of them whom Sammen can write to. */
  known: RoleCounts;
  reachable: RoleCounts;
  /** What no agent knows whom Sammen can write to. */
  unknown: { principles: Principle[]; topics: Topic[] };
};

export const setUpOf = (people: readonly Person[], platforms: readonly Platform[]): SetUp => {
  const here = people.filter(({ left, nobody }) => left === null && nobody !== true);
  const reachable = here.filter((person) => isReachable(person, platforms));
  const agents = reachable.filter(isAgent);
  return {
    platforms: platforms.map((platform) => ({
      platform,
      met: here.filter(({ addresses }) => addresses.some((address) => address.platform === platform)).length,
    })),
    listed: here.filter(({ imported }) => imported).length,
    known: rolesIn(here),
    reachable: rolesIn(reachable),
    unknown: {
      principles: PRINCIPLES.filter((one) => !agents.some(({ agent }) => agent.principles.includes(one))),
      topics: TOPICS.filter((one) => !agents.some(({ agent }) => agent.topics.includes(one))),
    },
  };
};

const rolesIn = (people: readonly Person[]): RoleCounts => ({
  admins: people.filter((person) => hasRole(person, 'admin')).length,
  hr: people.filter((person) => hasRole(person, 'hr')).length,
  agents: people.filter(isAgent).length,
});
