import { type TransitionDeps, tickCase } from '../cases/change-case.ts';
import { reassign } from '../cases/reassign.ts';
import type { PersonId } from '../ids.ts';
import type { PersonChanges } from '../people/port.ts';

/**
 * Marks a person as no longer working here, in one write that also removes their roles. Their work is reassigned
 * afterwards.
 */
export const markLeft = (id: PersonId, at: Date, people: Pick<PersonChanges, 'change'>): Promise<void> =>
  people.change(id, { left: at, leaving: true, roles: [], manager: null });

/** How much work was reassigned; the jobs count these. */
export type ReleasedWork = {
  'offers-moved-on': number;
  'cases-handed-on': number;
  'introduction-lapsed': number;
};

/**
 * Reassigns a leaver's work case by case, each once, however often this is called. Cases they asked themselves stay
 * theirs.
 */
export const releaseWork = async (id: PersonId, deps: TransitionDeps): Promise<ReleasedWork> => {
  const { people, cases } = deps;
  for (const { _id } of await people.under(id)) await people.change(_id, { manager: null });
  const released = await reassignAll(id, deps);
  // A case changed concurrently waits for the next run.
  if ((await cases.heldBy(id)).length === 0) await people.change(id, { leaving: false });
  return released;
};

/** Reassigns a person's offers and active cases. People keep them as manager. */
export const reassignAll = async (id: PersonId, deps: TransitionDeps): Promise<ReleasedWork> => {
  const released: ReleasedWork = { 'offers-moved-on': 0, 'cases-handed-on': 0, 'introduction-lapsed': 0 };
  for (const { _id } of await deps.cases.heldBy(id)) {
    const did = await tickCase(_id, (c, at) => reassign(c, id, at), deps);
    if (did !== null) released[did]++;
  }
  return released;
};
