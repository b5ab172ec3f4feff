import type { Logger } from 'pino';
import type { Running } from '../start-sammen.ts';

/** As `sysexits.h` names "try again later". A service manager starts the process again, by then as the newer version. */
const EXIT_OVERTAKEN = 75;

/** Stops Sammen on a signal, or when a newer version takes the store over, and ends the process. */
export const stopInTime = (running: Running, log: Logger): void => {
  let isStopping = false;
  const stop = async (code: number, why: string): Promise<void> => {
    // npm passes on a signal that the whole group has had: the second one must not cut off what the first lets finish.
    if (isStopping) return;
    isStopping = true;
    log.info(`Sammen stops: ${why}`);
    await running.stop().catch((error) => log.error({ err: error }, 'Sammen could not stop cleanly'));
    if (code === EXIT_OVERTAKEN)
      log.fatal('stopped. The store belongs to a newer version of Sammen now: start that one');
    else log.info('Sammen has stopped');
    process.exit(code);
  };
  // Windows sends no SIGTERM. Its console sends the last two when its window is closed, and on Ctrl+Break.
  const signals = ['SIGINT', 'SIGTERM', ...(process.platform === 'win32' ? ['SIGHUP', 'SIGBREAK'] : [])];
  for (const name of signals) process.on(name, () => void stop(0, name));
  void running.overtaken.then(() => {
    log.warn('a newer version of Sammen takes the store over; this process finishes what it has begun, and stops');
    return stop(EXIT_OVERTAKEN, 'a newer version is there');
  });
};
