import type { CaseId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { type TransitionDeps, tickCase } from './change-case.ts';
import { finish } from './move.ts';

/**
 * The coordinator could not be told that a case waits. The next tick tells the admins, because the coordinator cannot be
 * reached now. Nothing happens for an admin: the others were told.
 */
export const tellOthers = async (id: CaseId, { email }: Pick<Person, 'email'>, deps: TransitionDeps): Promise<void> => {
  if (email === null || email !== deps.organisation.coordinator) return;
  await tickCase(
    id,
    (c, context) =>
      c.humanToldAt === null
        ? null
        : { did: 'untold', change: finish(c, { set: { humanToldAt: null }, events: [], tell: [] }, context) },
    deps,
  );
};
