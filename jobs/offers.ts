import type { StepDeps } from '../bot/cases/change-case.ts';
import { tickOffers } from '../bot/cases/clockwork.ts';
import { tickDue } from './tick-due.ts';

/** Moves unanswered offers on, asks agents who became free, and says so when a promise did not hold. */
export const offers = (deps: StepDeps) => tickDue(['waiting', 'active'], tickOffers, deps);
