import type { TransitionDeps } from '../bot/cases/change-case.ts';
import { tickCitizen, tickFollowUp, tickQuiet } from '../bot/cases/clockwork.ts';
import { tickDue } from './tick-due.ts';

/**
 * Reminds the asker on the day on which a citizen hears (docs/rules.md, "On behalf of others"), and asks once how it went
 * (docs/rules.md, "Follow-up"). After ten quiet working days it reminds, asks the asker how to go
 * on, or closes an answered case.
 */
export const followUp = (deps: TransitionDeps) =>
  tickDue(
    ['waiting', 'active', 'answered', 'closed'],
    (c, at) => tickCitizen(c, at) ?? tickFollowUp(c, at) ?? tickQuiet(c, at),
    deps,
  );
