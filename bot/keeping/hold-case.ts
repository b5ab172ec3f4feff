import type { Case } from '../cases/case.ts';
import { type Hold, whenReleased } from '../cases/hold.ts';
import type { Cases } from '../cases/port.ts';
import { changedWords } from '../cases/words-of-case.ts';
import { type Masked, NO_WORDS } from '../privacy/mask.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { HeldCases } from './port.ts';
import { nowhere, PLACE_OF, PLACES, type Places } from './take-out.ts';

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

/** How many texts leave a held case when it is released, by where they stand. Changes nothing. */
export const textsErasedByRelease = (c: Case & { hold: Hold }): Places => {
  const { hold, ...rest } = c;
  const after = textsIn(hold.erased.length === 0 ? rest : { ...rest, ...whenReleased(c) });
  const places = textsIn(c);
  for (const place of PLACES) places[place] -= after[place];
  return places;
};

const textsIn = (c: Case): Places => {
  const places = nowhere();
  changedWords(c, (text, where) => {
    if (text !== NO_WORDS) places[PLACE_OF[where]]++;
    return text;
  });
  return places;
};
