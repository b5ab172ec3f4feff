import { tickOffers } from '../bot/cases/clockwork.ts';
import type { Needs } from '../bot/needs.ts';
import { tickDue } from './tick-due.ts';

/** Moves unanswered offers on, asks agents who became free, and says so when a promise did not hold. */
export const offers = (needs: Needs) => tickDue(['waiting', 'active'], tickOffers, needs);
