import type { Logger } from 'pino';
import type { ConnectionDeps } from '../../adapters/chat/connection.ts';

/** Logs when a platform cannot be reached, and when it can again. */
export const awayLog = (platform: string, log: Logger): Pick<ConnectionDeps, 'onAway' | 'onBack'> => ({
  onAway: (error, pause) =>
    log.error(
      { err: error },
      `${platform} cannot be reached; everything else works, and I try again in ${pause / 1000} s`,
    ),
  onBack: () => log.warn(`${platform} can be reached again`),
});
