import type { TransitionDeps } from '../bot/cases/change-case.ts';
import { tickOffers } from '../bot/cases/clockwork.ts';
import { tickDue } from './tick-due.ts';

/** Passes unanswered offers on, asks agents who became free, and tells the asker when a promise was missed. */
export const offers = (deps: TransitionDeps) => tickDue(['waiting', 'active'], tickOffers, deps);
