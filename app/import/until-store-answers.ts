import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { SECOND } from '../../bot/time/units.ts';

/** Between one try and the next, a minute in all: a server that is busy or restarts has time to come back. */
const PAUSES_MS = [1, 2, 4, 8, 15, 30].map((seconds) => seconds * SECOND);

/**
 * Does the work again while the store cannot do it now.
 * @param work safe to repeat
 * @throws StoreUnavailable when the store has not answered for a minute
 */
export const untilStoreAnswers = async <T>(
  work: () => Promise<T>,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<T> => {
  for (const ms of PAUSES_MS)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await wait(ms);
    }
  return work();
};
