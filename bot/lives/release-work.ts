import { type StepDeps, tickCase } from '../cases/change-case.ts';
import { reassign } from '../cases/reassign.ts';
import type { PersonId } from '../ids.ts';
import type { PersonChanges } from '../people/port.ts';

/** Somebody no longer works here: one write, after which they have no role. What they had is handed on after it. */
export const markLeft = (id: PersonId, at: Date, people: Pick<PersonChanges, 'change'>): Promise<void> =>
  people.change(id, { left: at, leaving: true, roles: [], manager: null });

/** What seeing somebody off came to; the jobs count these. */
export type ReleasedWork = { 'offers-moved-on': number; 'cases-handed-on': number };

/**
 * Hands on what somebody who left had: case by case, each once, however often this is begun. The cases they asked
 * themselves stay theirs.
 */
export const releaseWork = async (id: PersonId, deps: StepDeps): Promise<ReleasedWork> => {
  const { people, cases } = deps;
  for (const { _id } of await people.under(id)) await people.change(_id, { manager: null });
  const seen = await reassignAll(id, deps);
  // A case that somebody else changed at the same moment waits for the next time.
  if ((await cases.heldBy(id)).length === 0) await people.change(id, { leaving: false });
  return seen;
};

/** Their offers and active cases go to others; whose manager they were stays as it is. */
export const reassignAll = async (id: PersonId, deps: StepDeps): Promise<ReleasedWork> => {
  const seen: ReleasedWork = { 'offers-moved-on': 0, 'cases-handed-on': 0 };
  for (const { _id } of await deps.cases.heldBy(id)) {
    const did = await tickCase(_id, (c, at) => reassign(c, id, at), deps);
    if (did !== null) seen[did]++;
  }
  return seen;
};
