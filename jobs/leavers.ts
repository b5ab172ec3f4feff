import type { AccountsDeps } from '../bot/accounts/deps.ts';
import { releaseWork } from '../bot/accounts/release-work.ts';
import type { TransitionDeps } from '../bot/cases/change-case.ts';
import type { Counts } from './tick-due.ts';

/** Reassigns the work of people who left: after an import, or after a crash during the reassignment. */
export const leavers = async (deps: TransitionDeps & Pick<AccountsDeps, 'people'>): Promise<Counts> => {
  const counts: Counts = {};
  for (const { _id, forgetting } of await deps.people.leaving()) {
    // A person marked for erasure is left to the job `forget`, which keeps them as manager until then.
    if (forgetting !== undefined) continue;
    for (const [what, count] of Object.entries(await releaseWork(_id, deps)))
      counts[what] = (counts[what] ?? 0) + count;
  }
  return counts;
};
