import type { StepDeps } from '../bot/cases/change-case.ts';
import type { LivesDeps } from '../bot/lives/deps.ts';
import { releaseWork } from '../bot/lives/release-work.ts';
import type { Counts } from './tick-due.ts';

/** Hands on what people had who left: after an import, or where a process died in the middle of it. */
export const leavers = async (deps: StepDeps & Pick<LivesDeps, 'people'>): Promise<Counts> => {
  const counts: Counts = {};
  for (const { _id, forgetting } of await deps.people.leaving()) {
    // Whose manager somebody was stays when they are forgotten, so the job `forget` sees them off.
    if (forgetting !== undefined) continue;
    for (const [what, count] of Object.entries(await releaseWork(_id, deps)))
      counts[what] = (counts[what] ?? 0) + count;
  }
  return counts;
};
