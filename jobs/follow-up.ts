import { tickFollowUp, tickQuiet } from '../bot/cases/clockwork.ts';
import type { Needs } from '../bot/needs.ts';
import { tickDue } from './tick-due.ts';

/** Asks once how it went. Ten quiet working days: reminds, asks the asker how to go on, closes what was answered. */
export const followUp = (needs: Needs) =>
  tickDue(['active', 'answered', 'closed'], (c, at) => tickFollowUp(c, at) ?? tickQuiet(c, at), needs);
