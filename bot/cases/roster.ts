import type { PersonId } from '../ids.ts';
import type { AgentChanges, People } from '../people/port.ts';
import { MINUTE, SECOND } from '../time/units.ts';
import { type AgentPicture, createPicture } from './agent-picture.ts';
import type { Burdens } from './port.ts';

/** Every agent and their load, also when another process has just changed them, without a full reading each time. */
export type Roster = {
  /** The agents as they are now: reads what has changed since the last look, and everything at the first. */
  look(): Promise<AgentPicture>;
  /**
   * Reads one agent and their cases from the store, without regard to when they changed. Returns whether the picture
   * was right about them; if not, it is now, and whoever was chosen by it must be chosen anew.
   */
  confirms(agent: PersonId): Promise<boolean>;
};

/** In milliseconds. Processes' clocks differ, and a write takes a moment. */
const OVERLAP = 30 * SECOND;
/** After this long everything is read again: what clocks further apart have hidden, and who was deleted. */
const MAX_AGE = 10 * MINUTE;

export type RosterDeps = {
  people: Pick<People, 'get' | 'agents'> & AgentChanges;
  cases: Burdens;
  /** The machine's clock. */
  now?: () => Date;
};

/** Creates a roster that has read nothing yet. */
export const createRoster = ({ people, cases, now = () => new Date() }: RosterDeps): Roster => {
  const picture = createPicture();
  let read: { at: Date; allAt: Date } | null = null;
  let next: Promise<AgentPicture> | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  /** One reading at a time, so that an older one never overwrites a newer one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  };

  const readAll = async (at: Date): Promise<void> => {
    const [agents, burdens] = await Promise.all([people.agents(), cases.burdens()]);
    picture.takeAll(agents, burdens);
    read = { at, allAt: at };
  };

  const refresh = async (): Promise<void> => {
    const at = now();
    // The clock may have been set back, too.
    if (read === null || at < read.at || at.getTime() - read.allAt.getTime() > MAX_AGE) return readAll(at);
    const { allAt } = read;
    const since = new Date(read.at.getTime() - OVERLAP);
    const [changed, moved] = await Promise.all([people.agentsChangedSince(since), cases.burdensChangedSince(since)]);
    for (const person of changed) picture.takePerson(person);
    for (const c of moved) picture.takeCase(c);
    read = { at, allAt };
  };

  /** Those who look while a reading waits for its turn share it. One that has begun may miss what they know of. */
  const look = (): Promise<AgentPicture> => {
    next ??= inTurn(async () => {
      next = null;
      await refresh();
      return picture;
    });
    return next;
  };

  return {
    look,
    confirms: (agent) =>
      inTurn(async () => {
        const before = JSON.stringify(picture.standing(agent));
        const [person, burdens] = await Promise.all([people.get(agent), cases.burdensOf(agent)]);
        if (person === null) picture.dropPerson(agent);
        else picture.takePerson(person);
        picture.takeCasesOf(agent, burdens);
        return before === JSON.stringify(picture.standing(agent));
      }),
  };
};
