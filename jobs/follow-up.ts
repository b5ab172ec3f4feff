import type { TransitionDeps } from '../bot/cases/change-case.ts';
import { tickCitizen, tickFollowUp, tickQuiet } from '../bot/cases/clockwork.ts';
import { wantsStory } from '../bot/cases/wants-story.ts';
import { type ProposeDeps, proposeStory } from '../bot/stories/propose.ts';
import type { Counts } from './names.ts';
import { tickDue } from './tick-due.ts';

/**
 * Reminds the asker on the day on which a citizen hears (docs/rules.md, "On behalf of others"), and asks once how it went
 * (docs/rules.md, "Follow-up"). After ten quiet working days it reminds, asks the asker how to go
 * on, or closes an answered case. A story that was asked for and never proposed, because a process died, is proposed now.
 */
export const followUp = async (deps: TransitionDeps & ProposeDeps): Promise<Counts> => {
  const counts = await tickDue(
    ['waiting', 'active', 'answered', 'closed'],
    (c, at) => tickCitizen(c, at) ?? tickFollowUp(c, at) ?? tickQuiet(c, at),
    deps,
  );
  for (const c of await deps.cases.due(['answered', 'closed'], deps.clock()))
    if (wantsStory(c) && (await proposeStory(c._id, null, deps)))
      counts['stories-proposed'] = (counts['stories-proposed'] ?? 0) + 1;
  return counts;
};
