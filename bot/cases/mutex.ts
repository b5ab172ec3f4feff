import type { CaseDeps } from './deps.ts';

const tails = new WeakMap<CaseDeps['cases'], Promise<unknown>>();

/**
 * Runs `work` after all earlier work in this process. Choosing an agent looks at everybody's load and writes an offer:
 * without a mutex, five dilemmas sent together would all find the same agent free. Processes may still overlap
 * (docs/decisions.md, "Two processes may overfill an agent by one").
 */
export const runExclusive = <T>({ cases }: Pick<CaseDeps, 'cases'>, work: () => Promise<T>): Promise<T> => {
  const result = (tails.get(cases) ?? Promise.resolve()).then(work);
  tails.set(
    cases,
    result.catch(() => undefined),
  );
  return result;
};
