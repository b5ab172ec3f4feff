import type { Degraded } from '../adapters/web/health.ts';
import type { Backlog } from '../bot/messages/backlog.ts';
import type { Platform } from '../bot/platform.ts';
import type { Clock } from '../bot/time/clock.ts';
import type { Store } from './open-store.ts';

/** The platforms by name; this process cannot reach those that are away. */
export type Reached = ReadonlyMap<Platform, { away(): unknown }>;

/** How sending goes: what `/metrics` and the details of `/readyz` show. `now` is domain time. */
export type SendingState = {
  platforms: readonly Platform[];
  degraded: Degraded;
  stuck: Awaited<ReturnType<Store['stuckMessages']['counts']>>;
  backlog: Backlog;
  now: Date;
};

/** The platforms that shut Sammen out or cannot be reached, and whether an operator paused sending. */
export const degradedIn = async ({ holds }: Pick<Store, 'holds'>, platforms: Reached): Promise<Degraded> => ({
  held: (await holds.all()).map(({ queue }) => queue),
  away: [...platforms].flatMap(([platform, { away }]) => (away() === null ? [] : [platform])),
  paused: await holds.isPaused(),
});

/** @throws StoreUnavailable */
export const sendingState = async (
  { holds, stuckMessages, backlogs }: Pick<Store, 'holds' | 'stuckMessages' | 'backlogs'>,
  platforms: Reached,
  clock: Clock,
): Promise<SendingState> => {
  const now = clock();
  return {
    platforms: [...platforms.keys()],
    degraded: await degradedIn({ holds }, platforms),
    stuck: await stuckMessages.counts(),
    backlog: await backlogs.backlog(now),
    now,
  };
};

/** The same as an operator reads it in `/readyz`. */
export const detailsOf = ({ platforms, degraded, stuck, backlog, now }: SendingState) => ({
  platforms: Object.fromEntries(
    platforms.map((platform) => [
      platform,
      {
        held: degraded.held.includes(platform),
        away: degraded.away.includes(platform),
        queued: backlog.queued[platform] ?? 0,
      },
    ]),
  ),
  due: backlog.due,
  oldestDueSeconds: backlog.oldestSince === null ? 0 : Math.round((Number(now) - Number(backlog.oldestSince)) / 1000),
  unsent: stuck,
  peopleUndeliverable: backlog.peopleNotReached,
});
