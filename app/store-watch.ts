import type { Logger } from 'pino';
import { type Database, StoreUnavailable } from '../adapters/store/collection.ts';
import { SECOND } from '../bot/time/units.ts';

/** Says once that the store went, and once that it is back, however many requests failed in between. */
export type StoreWatch = {
  /** Whether the error says that the store is away: then it is logged here, once. */
  hasLogged(error: unknown): boolean;
  start(): void;
  stop(): void;
};

const LOOK_EVERY_MS = 5 * SECOND;

export const createStoreWatch = (
  { ping }: Pick<Database, 'ping'>,
  log: Pick<Logger, 'error' | 'warn'>,
  now = Date.now,
): StoreWatch => {
  let goneSince: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  let stopped = false;
  const hasLogged = (error: unknown): boolean => {
    if (!(error instanceof StoreUnavailable)) return false;
    // A store that we close ourselves is not away.
    if (stopped) return true;
    if (goneSince === null) {
      goneSince = now();
      log.error(
        { reason: error.message },
        'THE STORE IS AWAY: nothing is lost, but nobody is answered until it is back; Sammen looks every five seconds',
      );
    }
    return true;
  };
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      await ping();
      if (goneSince === null) return;
      log.warn({ awaySeconds: Math.round((now() - goneSince) / SECOND) }, 'THE STORE IS BACK');
      goneSince = null;
    } catch (error) {
      hasLogged(error);
    } finally {
      looking = false;
    }
  };
  return {
    hasLogged,
    start: () => {
      timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearInterval(timer);
    },
  };
};
