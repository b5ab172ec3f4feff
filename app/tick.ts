import { StoreUnavailable } from '../adapters/store/collection.ts';
import { runJob } from '../jobs/jobs.ts';
import { countsDone, JOB_NAMES } from '../jobs/names.ts';
import type { Sender } from '../outbox/sender.ts';
import type { AppContext } from './context.ts';
import { logProgress } from './log-progress.ts';

/**
 * Runs every job, then the outbox. A failing job stops neither the others nor the next minute's run. What a job did is
 * a line of the log; that it found nothing to do is none.
 */
export const tick = async (
  { deps, log, faults, metrics }: Pick<AppContext, 'deps' | 'log' | 'faults' | 'metrics'>,
  sender: Pick<Sender, 'sweep'>,
): Promise<void> => {
  for (const job of JOB_NAMES) {
    try {
      const did = countsDone(await runJob(job, deps));
      metrics.ranJob(job, 'done');
      const inWords = Object.entries(did).map(([what, count]) => `${what} ${count}`);
      if (inWords.length > 0) log.info({ job, ...did }, `${job}: ${inWords.join(', ')}`);
    } catch (error) {
      metrics.ranJob(job, error instanceof StoreUnavailable ? 'store-away' : 'failed');
      faults.note('job', `the job ${job} failed`, error);
    }
  }
  metrics.ticked(new Date());
  await logProgress(deps, log);
  await sender.sweep().catch((error) => faults.note('sending', 'sending failed', error));
};
