import { schedule as cron } from 'node-cron';
import { MINUTE } from '../bot/time/units.ts';

/**
 * Runs `tick` at once and then every minute; a longer tick is allowed to finish first. node-cron does not make up for
 * slots missed while the process was down, so the tick itself looks for whatever is due.
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
  // By default node-cron skips a tick that is two seconds late, as after a stalled machine, and logs a warning of its
  // own. We run late ticks instead.
  const task = cron('* * * * *', run, { missedExecutionTolerance: MINUTE, suppressMissedWarning: true });
  return {
    stop: async () => {
      await task.stop();
      await running;
    },
  };
};
