import type { StepDeps } from '../bot/cases/change-case.ts';
import { tickFollowUp, tickQuiet } from '../bot/cases/clockwork.ts';
import { tickDue } from './tick-due.ts';

/** Asks once how it went. Ten quiet working days: reminds, asks the asker how to go on, closes what was answered. */
export const followUp = (deps: StepDeps) =>
  tickDue(['active', 'answered', 'closed'], (c, at) => tickFollowUp(c, at) ?? tickQuiet(c, at), deps);
