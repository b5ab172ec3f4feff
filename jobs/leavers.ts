import type { AccountsDeps } from '../bot/accounts/deps.ts';
import { releaseWork } from '../bot/accounts/release-work.ts';
import type { TransitionDeps } from '../bot/cases/change-case.ts';
import type { Counts } from './names.ts';

/** Reassigns the work of people who left: after an import, or after a crash during the reassignment. */
export const leavers = async (deps: TransitionDeps & Pick<AccountsDeps, 'people'>): Promise<Counts> => {
  const counts: Counts = {};
  for (const { _id, forgetting } of await deps.people.leaving()) {
    // A person marked for erasure is left to the job `forget`, which keeps them as manager until then.
    if (forgetting !== undefined) continue;
    const released = await releaseWork(_id, deps);
    for (const what of ['offers-moved-on', 'cases-handed-on'] as const)
      counts[what] = (counts[what] ?? 0) + released[what];
  }
  return counts;
};
