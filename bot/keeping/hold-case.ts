import type { Case } from '../cases/case.ts';
import { whenReleased } from '../cases/hold.ts';
import type { Cases } from '../cases/port.ts';
import type { Masked } from '../privacy/mask.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { HeldCases } from './port.ts';

type HoldDeps = { cases: Pick<Cases, 'byNumber'>; heldCases: HeldCases };

/** Puts a legal hold on the case with this number. Null when there is none. */
export const holdCase = (
  number: number,
  { at, reason }: { at: Date; reason: Masked | null },
  { cases, heldCases }: HoldDeps,
): Promise<'held' | 'held-already' | 'no-case'> =>
  retryOnConflict(`case ${number}`, async () => {
    const c = await cases.byNumber(number);
    if (c === null) return 'no-case';
    if (c.hold !== undefined) return 'held-already';
    return (await heldCases.hold(c._id, c.rev, { since: at, reason, erased: [] })) ? 'held' : null;
  });

/**
 * Takes the hold off, and erases in the same write whoever asked to be forgotten meanwhile. What the case is kept for no
 * longer goes with the next run of retention. `erased`: how many people.
 */
export const releaseCase = (
  number: number,
  { cases, heldCases }: HoldDeps,
): Promise<{ did: 'released'; erased: number } | { did: 'not-held' } | { did: 'no-case' }> =>
  retryOnConflict(`case ${number}`, async () => {
    const c: Case | null = await cases.byNumber(number);
    if (c === null) return { did: 'no-case' };
    const { hold } = c;
    if (hold === undefined) return { did: 'not-held' };
    const parts = hold.erased.length === 0 ? null : whenReleased({ ...c, hold });
    const released = await heldCases.release(c._id, c.rev, parts);
    return released ? { did: 'released', erased: hold.erased.length } : null;
  });
