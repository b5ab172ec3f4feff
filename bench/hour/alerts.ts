import type { Run } from './check.ts';
import { type Finding, finding } from './finding.ts';
import { alertNames, type Prometheus, STEP_S } from './prometheus.ts';

/** For how long the store must be away until it is told, in ms: the alert's minute, and what is between two looks. */
const TOLD_AFTER_MS = 60_000 + 2 * STEP_S * 1000;

/** For how long Prometheus looks back when it counts 429s, in ms. */
const THROTTLED_WINDOW_MS = 15 * 60_000;

/** The alerts fire for what went wrong by plan, the store's in time, and no other one ever does. */
export const alertFindings = async (run: Run, prometheus: Prometheus): Promise<Finding[]> => {
  const fired = await prometheus.range('ALERTS{alertstate="firing"}', run.began, Date.now());
  return alertNames().map((name) => {
    const moments = fired
      .filter(({ labels }) => labels.alertname === name)
      .flatMap(({ values }) => values.map(([at]) => at * 1000))
      .sort((one, other) => one - other);
    return alertFinding(name, moments, run);
  });
};

/** `moments`: when it fired, in order, in ms. */
export const alertFinding = (
  name: string,
  moments: readonly number[],
  { began, happened }: Pick<Run, 'began' | 'happened'>,
): Finding => {
  const seconds = (at: number) => `${Math.round((at - began) / 1000)} s`;
  const [first, last] = [moments[0], moments.at(-1)];
  const fired = first === undefined || last === undefined ? null : { first, last };
  const says = fired === null ? 'silent' : `from ${seconds(fired.first)} to ${seconds(fired.last)}`;
  const within = (spells: Run['happened'], ms: number) =>
    moments.every((at) => spells.some(({ from, until }) => at >= from && at <= until + ms));
  if (name === 'SammenThrottled') {
    const spells = happened.filter(({ kind }) => kind === 'teams-429' || kind === 'slack-429');
    return finding(
      `alert ${name}`,
      within(spells, THROTTLED_WINDOW_MS + 2 * STEP_S * 1000),
      `${says}; it may, after 429s`,
    );
  }
  const away = happened.find(({ kind }) => kind === 'store-away');
  if (name !== 'SammenStoreAway' || away === undefined) return finding(`alert ${name}`, fired === null, says);
  const isExpected = away.until - away.from >= TOLD_AFTER_MS;
  return finding(
    `alert ${name}`,
    within([away], TOLD_AFTER_MS) && (!isExpected || fired !== null),
    `${says}; the store was away from ${seconds(away.from)} to ${seconds(away.until)}`,
  );
};
