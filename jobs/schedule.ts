import { schedule as cron } from 'node-cron';
import { MINUTE, SECOND } from '../bot/time/units.ts';

/** A tick that plans a large municipality's week takes minutes, and a service manager kills after half of one. */
const MAX_STOP_MS = 5 * SECOND;

/**
 * Runs `tick` at once and then every minute; a longer tick is allowed to finish first. node-cron does not make up for
 * slots missed while the process was down, so the tick itself looks for whatever is due. `stop` waits for a running tick
 * for up to five seconds: then it is cut off with the process, as by a kill, and the next tick does the rest.
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
      if (running !== null) await Promise.race([running, wait(MAX_STOP_MS)]);
    },
  };
};

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
