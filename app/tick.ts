import { runJob } from '../jobs/jobs.ts';
import { countsDone, JOB_NAMES } from '../jobs/names.ts';
import type { Sender } from '../outbox/sender.ts';
import type { AppContext } from './context.ts';
import { logProgress } from './log-progress.ts';

/** Runs every job, then the outbox. A failing job stops neither the others nor the next minute's run. */
export const tick = async ({ deps, log }: AppContext, sender: Sender): Promise<void> => {
  for (const name of JOB_NAMES) {
    const counts = await runJob(name, deps).catch((error) => log.error({ err: error, job: name }, 'a job failed'));
    const did = countsDone(counts ?? {});
    if (Object.keys(did).length > 0) log.info({ job: name, ...did }, 'a job did something');
  }
  await logProgress(deps, log);
  await sender.sweep().catch((error) => log.error({ err: error }, 'sending failed'));
};
