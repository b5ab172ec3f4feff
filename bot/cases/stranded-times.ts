import type { WorkingTime } from '../time/working-time.ts';
import type { Case } from './case.ts';
import type { EventKind } from './journal.ts';
import { openOffer } from './offer.ts';

/** Working days until agents, or the asker, are reminded, and until a human hears of it (docs/rules.md, "Stuck cases"). */
const DAYS_TO_REMINDER = 1;
const DAYS_TO_HUMAN = 2;

/** A case begins to wait for anybody with one of these. */
const BEGINNINGS: ReadonlySet<EventKind> = new Set([
  'asked',
  'nobody-there',
  'share-asked',
  'shared',
  'share-refused',
  'given-back',
]);

type Times = { remindAt: Date | null; tellAt: Date | null };

/**
 * When a case that nobody has is to be brought up again; null for what is done or not due at all. An asker who refused
 * the common list is not reminded of that choice, and a case without any reader has nobody to remind. An asker who
 * writes after a human was told begins a wait of its own: those words do not end in silence, either.
 */
export const strandedTimes = (c: Case, time: Pick<WorkingTime, 'sameTimeAfter'>): Times => {
  const nothing = { remindAt: null, tellAt: null };
  if (c.state !== 'waiting' || (c.sharing === 'no' && openOffer(c) !== null)) return nothing;
  const since = c.events.findLast(({ kind }) => BEGINNINGS.has(kind))?.at ?? c.askedAt;
  const untoldSince = c.humanToldAt === null ? since : c.wordAt > c.humanToldAt ? c.wordAt : null;
  const isReminded = c.waitRemindedAt !== null || !(c.sharing === 'shared' || c.sharing === 'asked');
  return {
    remindAt: isReminded ? null : time.sameTimeAfter(since, DAYS_TO_REMINDER),
    tellAt: untoldSince === null ? null : time.sameTimeAfter(untoldSince, DAYS_TO_HUMAN),
  };
};

/** When the clock next has something to do for a case that nobody has. */
export const strandedDue = (c: Case, time: Pick<WorkingTime, 'sameTimeAfter'>): Date[] =>
  Object.values(strandedTimes(c, time)).filter((at) => at !== null);
