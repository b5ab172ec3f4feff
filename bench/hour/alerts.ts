import type { Run } from './check.ts';
import { type Finding, finding } from './finding.ts';
import { alertNames, type Prometheus, STEP_S } from './prometheus.ts';

/** For how long the store must be away until it is told, in ms: the alert's minute, and what is between two looks. */
const TOLD_AFTER_MS = 60_000 + 2 * STEP_S * 1000;

/** The alert of the store fires while it is away, and no other one ever does. */
export const alertFindings = async (run: Run, prometheus: Prometheus): Promise<Finding[]> => {
  const fired = await prometheus.range('ALERTS{alertstate="firing"}', run.began, Date.now());
  const away = run.happened.find(({ kind }) => kind === 'store-away');
  const seconds = (at: number) => `${Math.round(at - run.began / 1000)} s`;
  return alertNames().map((name) => {
    const moments = fired
      .filter(({ labels }) => labels.alertname === name)
      .flatMap(({ values }) => values.map(([at]) => at))
      .sort((one, other) => one - other);
    const [first, last] = [moments[0], moments.at(-1)];
    const says = first === undefined || last === undefined ? 'silent' : `from ${seconds(first)} to ${seconds(last)}`;
    if (name !== 'SammenStoreAway' || away === undefined) return finding(`alert ${name}`, first === undefined, says);
    const isExpected = away.until - away.from >= TOLD_AFTER_MS;
    const isInTime =
      first !== undefined && last !== undefined
        ? first * 1000 >= away.from && last * 1000 <= away.until + TOLD_AFTER_MS
        : !isExpected;
    return finding(
      `alert ${name}`,
      isInTime && (!isExpected || first !== undefined),
      `${says}; the store was away from ${seconds(away.from / 1000)} to ${seconds(away.until / 1000)}`,
    );
  });
};
