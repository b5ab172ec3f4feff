import type { Platform } from '../../../bot/platform.ts';
import { DAY, HOUR, MINUTE } from '../../../bot/time/units.ts';
import { DeliveryError } from '../../../outbox/delivery-error.ts';
import type { Seeded } from '../../support/fixtures/seeded.ts';

/** `barred`: the platform shuts the app out. `retry`: it does not answer. */
type Outage = { platform: Platform; kind: 'barred' | 'retry'; from: number; until: number };

const LENGTHS = [10 * MINUTE, 45 * MINUTE, 3 * HOUR, DAY, 2 * DAY] as const;
/** Days between two outages of a platform, at most. */
const MAX_DAYS_BETWEEN = 24;

/** Random times in which a platform takes no messages. */
export const outagesBetween = (start: Date, end: Date, random: Seeded): Outage[] =>
  (['teams', 'slack'] as const).flatMap((platform) => {
    const outages: Outage[] = [];
    for (let at = start.getTime(); at < end.getTime(); ) {
      const from = at + (1 + random.below(MAX_DAYS_BETWEEN)) * DAY + random.below(DAY);
      const until = from + random.pick(LENGTHS);
      if (until < end.getTime())
        outages.push({ platform, kind: random.pick(['barred', 'retry'] as const), from, until });
      at = until;
    }
    return outages;
  });

/** @throws DeliveryError while the platform takes no messages */
export const failDuring = (outages: readonly Outage[], platform: Platform, now: Date): void => {
  const outage = outages.find(
    (one) => one.platform === platform && one.from <= now.getTime() && now.getTime() < one.until,
  );
  if (outage === undefined) return;
  if (outage.kind === 'retry') throw new DeliveryError('retry', 'the platform did not answer');
  throw new DeliveryError('barred', 'the platform shuts the app out');
};
