import type { CaseDeps } from './deps.ts';

const lines = new WeakMap<CaseDeps['cases'], Promise<unknown>>();

/**
 * Choosing an agent reads everybody's load and writes an offer; within a process one case at a time does it, so that
 * five dilemmas sent at once do not all find the same agent free. Processes may still overlap
 * (docs/decisions.md, "Two processes may overfill an agent by one").
 */
export const inTurn = <T>({ cases }: Pick<CaseDeps, 'cases'>, work: () => Promise<T>): Promise<T> => {
  const turn = (lines.get(cases) ?? Promise.resolve()).then(work);
  lines.set(
    cases,
    turn.catch(() => undefined),
  );
  return turn;
};
