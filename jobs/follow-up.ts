import type { TransitionDeps } from '../bot/cases/change-case.ts';
import { tickFollowUp, tickQuiet } from '../bot/cases/clockwork.ts';
import { tickDue } from './tick-due.ts';

/**
 * Asks once how it went (docs/rules.md, "Follow-up"). After ten quiet working days it reminds, asks the asker how to go
 * on, or closes an answered case.
 */
export const followUp = (deps: TransitionDeps) =>
  tickDue(['active', 'answered', 'closed'], (c, at) => tickFollowUp(c, at) ?? tickQuiet(c, at), deps);
