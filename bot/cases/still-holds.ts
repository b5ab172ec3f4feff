import type { Case, CaseFields } from './case.ts';
import type { Move } from './move.ts';
import { latestTalkOf } from './talk-proposed.ts';

/** What a move notes besides its effect: whose turn it is. */
const NOTES: ReadonlySet<string> = new Set<keyof CaseFields>(['turnOf']);

/**
 * Whether the effect of a move still holds, given what it would change now. Words stand once they are said; a state, a
 * choice or a time to talk may have been changed since.
 */
export const stillHolds = (c: Case, { set, turn, note }: Move): boolean => {
  if (note !== undefined) return true;
  if (set.state !== undefined && set.state !== c.state) return false;
  if (turn === undefined) return holdsAll(c, set);
  // A yes, or a no, to a talk can be given again once a new time was proposed.
  if (turn.kind === 'talk-accepted') return latestTalkOf(c)?.agreed === true;
  if (turn.kind === 'talk-cancelled') return latestTalkOf(c) === null;
  if (turn.kind !== 'talk') return true;
  return isSame(latestTalkOf(c)?.talk, turn.talk) && holdsAll(c, set);
};

const holdsAll = (c: Case, set: Move['set']): boolean => {
  const now = new Map<string, unknown>(Object.entries(c));
  return Object.entries(set).every(([field, value]) => NOTES.has(field) || isSame(now.get(field), value, true));
};

/** @param anyTime two times count as the same, because a move notes when it was made */
const isSame = (a: unknown, b: unknown, anyTime = false): boolean => {
  if (a instanceof Date && b instanceof Date) return anyTime || a.getTime() === b.getTime();
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [inA, inB] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  return (
    inA.size === inB.size && [...inA].every(([key, value]) => inB.has(key) && isSame(value, inB.get(key), anyTime))
  );
};
