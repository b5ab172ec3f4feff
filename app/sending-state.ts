import type { Degraded } from '../adapters/web/health.ts';
import type { Gauge } from '../adapters/web/metrics.ts';
import type { Platform } from '../bot/platform.ts';
import type { Store } from './open-store.ts';

/** The platforms that shut Sammen out, and whether an operator paused sending. */
export const degradedIn = async ({ holds }: Pick<Store, 'holds'>): Promise<Degraded> => ({
  held: (await holds.all()).map(({ queue }) => queue),
  paused: await holds.isPaused(),
});

/** The gauges of `/metrics`. */
export const sendingGauges = async (
  { holds, stuckMessages }: Pick<Store, 'holds' | 'stuckMessages'>,
  platforms: readonly Platform[],
): Promise<Gauge[]> => {
  const { held, paused } = await degradedIn({ holds });
  return [
    {
      name: 'sammen_platform_held',
      help: '1 while a platform shuts Sammen out and its messages wait.',
      label: 'platform',
      values: Object.fromEntries(platforms.map((platform) => [platform, held.includes(platform) ? 1 : 0])),
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
