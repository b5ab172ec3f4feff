import type { Degraded } from '../adapters/web/health.ts';
import type { Gauge } from '../adapters/web/metrics.ts';
import type { Platform } from '../bot/platform.ts';
import type { Store } from './open-store.ts';

/** The platforms by name; this process cannot reach those that are away. */
export type Reached = ReadonlyMap<Platform, { away(): unknown }>;

const awayIn = (platforms: Reached): Platform[] =>
  [...platforms].flatMap(([platform, { away }]) => (away() === null ? [] : [platform]));

/** The platforms that shut Sammen out or cannot be reached, and whether an operator paused sending. */
export const degradedIn = async ({ holds }: Pick<Store, 'holds'>, platforms: Reached): Promise<Degraded> => ({
  held: (await holds.all()).map(({ queue }) => queue),
  away: awayIn(platforms),
  paused: await holds.isPaused(),
});

/** The gauges of `/metrics`. */
export const sendingGauges = async (
  { holds, stuckMessages }: Pick<Store, 'holds' | 'stuckMessages'>,
  platforms: Reached,
): Promise<Gauge[]> => {
  const { held, away, paused } = await degradedIn({ holds }, platforms);
  const flagged = (those: readonly string[]) =>
    Object.fromEntries([...platforms.keys()].map((platform) => [platform, those.includes(platform) ? 1 : 0]));
  return [
    {
      name: 'sammen_platform_held',
      help: '1 while a platform shuts Sammen out and its messages wait.',
      label: 'platform',
      values: flagged(held),
    },
    {
      name: 'sammen_platform_away',
      help: '1 while this process cannot reach a platform, and tries again.',
      label: 'platform',
      values: flagged(away),
    },
    {
      name: 'sammen_sending_paused',
      help: '1 while an operator has paused all sending.',
      label: 'by',
      values: { operator: paused ? 1 : 0 },
    },
    {
      name: 'sammen_messages_unsent',
      help: 'Messages that did not go out, by state.',
      label: 'state',
      values: await stuckMessages.counts(),
    },
  ];
};
