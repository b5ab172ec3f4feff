import type { Logger } from 'pino';
import type { ConnectionDeps } from '../../adapters/chat/connection.ts';
import { SECOND } from '../../bot/time/units.ts';

/**
 * Logs when a platform cannot be reached, and when it can again, however many attempts failed in between; once more when
 * the reason changes.
 */
export const awayLog = (
  platform: string,
  log: Pick<Logger, 'error' | 'warn'>,
  now = Date.now,
): Pick<ConnectionDeps, 'onAway' | 'onBack'> => {
  let told: { since: number; reason: string } | null = null;
  return {
    onAway: (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      if (told?.reason === reason) return;
      told = { since: told?.since ?? now(), reason };
      log.error(
        { reason },
        `${platform} cannot be reached; everything else works, and Sammen tries again, at least once a minute`,
      );
    },
    onBack: () => {
      const awaySeconds = told === null ? 0 : Math.round((now() - told.since) / SECOND);
      log.warn({ awaySeconds }, `${platform} can be reached again`);
      told = null;
    },
  };
};
