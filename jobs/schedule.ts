import { schedule as cron } from 'node-cron';

/**
 * Runs `tick` now and then every minute. A slot missed while the process was down is not run later by the library, so
 * the tick itself looks for whatever is due.
 */
export const everyMinute = (tick: () => Promise<void>): { stop(): Promise<void> } => {
  let running = tick();
  const task = cron(
    '* * * * *',
    () => {
      running = running.then(tick);
      return running;
    },
    { noOverlap: true },
  );
  return {
    stop: async () => {
      await task.stop();
      await running;
    },
  };
};
