import { schedule as cron } from 'node-cron';
import { MINUTE } from '../bot/time/units.ts';

/**
 * Runs `tick` now and then every minute; one that takes longer than a minute is let finish. A slot missed while the
 * process was down is not run later by the library, so the tick itself looks for whatever is due.
 */
export const everyMinute = (tick: () => Promise<void>): { stop(): Promise<void> } => {
  let running: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running ??= tick().finally(() => {
      running = null;
    });
    return running;
  };
  void run();
  // By itself the library leaves a minute out that comes two seconds late, on a machine that stood still, and says so
  // on standard error in words of its own. It shall come late.
  const task = cron('* * * * *', run, { missedExecutionTolerance: MINUTE, suppressMissedWarning: true });
  return {
    stop: async () => {
      await task.stop();
      await running;
    },
  };
};
