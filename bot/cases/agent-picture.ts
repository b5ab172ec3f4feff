import type { CaseId, PersonId } from '../ids.ts';
import { hasRole, isAgent, type Person } from '../people/person.ts';
import type { Platform } from '../platform.ts';
import type { Standing } from '../routing/choose-agent.ts';
import { holdersOf } from './load.ts';
import type { Burden } from './port.ts';
import { standingOf } from './standings.ts';

/** The agents and their load, as they were last read. */
export type AgentPicture = {
  /** Everybody with the role, by id. */
  people(): readonly Person[];
  /** The names of the same people. */
  names(): ReadonlyMap<PersonId, string>;
  /** Every agent as routing sees them, by id; what a full reading would give. */
  standings(localDate: string, platforms: readonly Platform[]): readonly Standing[];
};

/** A picture that can be changed in place, a person or a case at a time. */
export type LivePicture = AgentPicture & {
  /** Takes these in place of everything that it had. */
  takeAll(people: readonly Person[], burdens: readonly Burden[]): void;
  /** Takes a person as they are now, whether or not they are an agent. */
  takePerson(person: Person): void;
  dropPerson(id: PersonId): void;
  /** Takes a case as it is now, whether or not it is open. */
  takeCase(c: Burden): void;
  /** Takes it that these are all the cases that keep an agent busy. */
  takeCasesOf(agent: PersonId, all: readonly Burden[]): void;
  /** One agent, on the day and platforms that were last asked for; null when they are none. */
  standing(id: PersonId): Standing | null;
};

export const createPicture = (): LivePicture => {
  const agents = new Map<PersonId, Person>();
  const holders = new Map<CaseId, readonly PersonId[]>();
  const casesOf = new Map<PersonId, Set<CaseId>>();
  // What is made of these is kept until one of them changes: nothing grows with the number of agents but a walk by them.
  const made = new Map<PersonId, Standing | null>();
  let [localDate, platforms] = ['', [] as readonly Platform[]];
  let byId: readonly Person[] | null = null;
  let named: ReadonlyMap<PersonId, string> | null = null;
  let listed: readonly Standing[] | null = null;

  const forget = (id: PersonId): void => {
    made.delete(id);
    listed = null;
  };

  const release = (id: CaseId, holder: PersonId): void => {
    casesOf.get(holder)?.delete(id);
    forget(holder);
  };

  const takeCase = (c: Burden): void => {
    const [before, after] = [holders.get(c._id) ?? [], holdersOf(c)];
    for (const holder of before) if (!after.includes(holder)) release(c._id, holder);
    for (const holder of after) {
      const held = casesOf.get(holder) ?? new Set();
      if (held.has(c._id)) continue;
      casesOf.set(holder, held.add(c._id));
      forget(holder);
    }
    if (after.length > 0) holders.set(c._id, after);
    else holders.delete(c._id);
  };

  const dropPerson = (id: PersonId): void => {
    if (!agents.delete(id)) return;
    byId = null;
    named = null;
    forget(id);
  };

  const takePerson = (person: Person): void => {
    if (!hasRole(person, 'agent')) {
      dropPerson(person._id);
      return;
    }
    if (agents.get(person._id)?.name !== person.name) named = null;
    agents.set(person._id, person);
    byId = null;
    forget(person._id);
  };

  const standing = (id: PersonId): Standing | null => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const person = agents.get(id);
    const now =
      person !== undefined && isAgent(person)
        ? standingOf(person, casesOf.get(id)?.size ?? 0, localDate, platforms)
        : null;
    made.set(id, now);
    return now;
  };

  const everybody = (): readonly Person[] => {
    byId ??= [...agents.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
    return byId;
  };

  return {
    takeAll: (people, burdens) => {
      for (const known of [agents, holders, casesOf, made]) known.clear();
      [byId, named, listed] = [null, null, null];
      for (const person of people) takePerson(person);
      for (const c of burdens) takeCase(c);
    },
    takePerson,
    dropPerson,
    takeCase,
    takeCasesOf: (agent, all) => {
      const now = new Set(all.map(({ _id }) => _id));
      for (const id of casesOf.get(agent) ?? []) {
        if (now.has(id)) continue;
        release(id, agent);
        holders.set(
          id,
          (holders.get(id) ?? []).filter((holder) => holder !== agent),
        );
      }
      for (const c of all) takeCase(c);
    },
    standing,
    people: everybody,
    names: () => {
      named ??= new Map(everybody().map(({ _id, name }) => [_id, name]));
      return named;
    },
    standings: (day, on) => {
      if (day !== localDate || on.join() !== platforms.join()) {
        [localDate, platforms] = [day, [...on]];
        made.clear();
        listed = null;
      }
      listed ??= everybody().flatMap(({ _id }) => standing(_id) ?? []);
      return listed;
    },
  };
};
