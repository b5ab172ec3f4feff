import type { WorkingTime } from '../time/working-time.ts';
import type { Case } from './case.ts';

/** Half a working day, in working minutes (docs/rules.md, "Silent agents"). */
const HALF_DAY_MINUTES = 240;

type Next = { at: Date; what: 'remind' | 'ask-on' };

/**
 * What is next for an agent who took the case and has not written yet. They are reminded when the promise is missed; one
 * who took it after that, half a working day later. Half a working day after the reminder the asker may ask another.
 */
export const silentAgentNext = (c: Case, time: Pick<WorkingTime, 'addMinutes'>): Next | null => {
  if (c.state !== 'active' || c.promise !== 'missed' || c.askedOnAt !== null) return null;
  if (c.turns.slice(c.turnsFrom).some(({ by }) => by === 'agent')) return null;
  const takenAt = c.events.findLast(({ kind }) => kind === 'accepted')?.at ?? c.wordAt;
  const tookLate = takenAt >= c.promisedAt;
  if (tookLate && c.remindedAt === null) return { at: time.addMinutes(takenAt, HALF_DAY_MINUTES), what: 'remind' };
  const remindedAt = tookLate ? (c.remindedAt ?? takenAt) : c.promisedAt;
  return { at: time.addMinutes(remindedAt, HALF_DAY_MINUTES), what: 'ask-on' };
};

export const silentAgentDue = (c: Case, time: Pick<WorkingTime, 'addMinutes'>): Date | null =>
  silentAgentNext(c, time)?.at ?? null;
