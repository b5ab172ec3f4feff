import type { Logger } from 'pino';
import type { Running } from '../start-sammen.ts';

/** As `sysexits.h` names "try again later". A service manager starts the process again, by then as the newer version. */
const EXIT_OVERTAKEN = 75;

/** Stops Sammen on a signal, or when a newer version takes the store over, and ends the process. */
export const stopInTime = (running: Running, log: Logger): void => {
  let isStopping = false;
  const stop = async (code: number): Promise<void> => {
    // npm passes on a signal that the whole group has had: the second one must not cut off what the first lets finish.
    if (isStopping) return;
    isStopping = true;
    await running.stop().catch((error) => log.error({ err: error }, 'Sammen could not stop cleanly'));
    if (code === EXIT_OVERTAKEN)
      log.fatal('stopped. The store belongs to a newer version of Sammen now: start that one');
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  // Windows sends no SIGTERM. Its console sends these when its window is closed, and on Ctrl+Break.
  if (process.platform === 'win32') for (const name of ['SIGHUP', 'SIGBREAK']) process.on(name, () => void stop(0));
  void running.overtaken.then(() => {
    log.warn('a newer version of Sammen takes the store over; this process finishes what it has begun, and stops');
    return stop(EXIT_OVERTAKEN);
  });
};
