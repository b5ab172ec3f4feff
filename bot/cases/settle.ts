import type { CaseId, DeliveryId } from '../ids.ts';
import type { DeliveryState } from '../messages/delivery-states.ts';
import type { Platform } from '../platform.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { Case, CaseChange } from './case.ts';
import type { CaseDeps } from './deps.ts';
import { nextDue } from './due.ts';
import { type Circumstances, owedFor, updateAll } from './move.ts';
import { writerOf } from './transit.ts';

/** What became of a message about a case. `on`: the platform that it waits for. */
export type Settled = { id: DeliveryId; state: DeliveryState['state']; on: Platform | null };

/**
 * Keeps in the case what became of words or of an offer, and updates the card of whoever wrote them. Null when the
 * message brought neither, or when this is known: it may be told again, and late.
 */
const settle = (
  c: Case,
  { id, state, on }: Settled,
  context: Pick<Circumstances, 'now' | 'time'>,
): CaseChange | null => {
  const settled = c.transits?.find((transit) => transit.id === id);
  if (settled === undefined || settled.state === 'sent' || (settled.state === state && (settled.on ?? null) === on))
    return null;
  const { on: _before, ...rest } = settled;
  const now = { ...rest, state, at: context.now, ...(on === null ? {} : { on }) };
  const transits = (c.transits ?? []).map((transit) => (transit.id === id ? now : transit));
  const after: Case = { ...c, transits };
  return {
    set: { transits, dueAt: nextDue(after, context.time) },
    turns: [],
    events: [],
    owes: owedFor(c, c.rev + 1, updateAll([writerOf(c, settled)]), { ...context, actor: null }, c.turns.length),
  };
};

/** Notes what became of a message about a case. Safe to repeat. */
export const noteSettled = (
  about: CaseId,
  settled: Settled,
  { cases, clock, time }: Pick<CaseDeps, 'cases' | 'clock' | 'time'>,
): Promise<'noted'> =>
  retryOnConflict(`case ${about}`, async () => {
    const c = await cases.get(about);
    const change = c === null ? null : settle(c, settled, { now: clock(), time });
    if (c === null || change === null) return 'noted';
    return (await cases.change(c._id, c.rev, change, null)) ? 'noted' : null;
  });
