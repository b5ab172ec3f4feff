import { calendar } from './calendar.ts';
import { digest } from './digest.ts';
import { drafts } from './drafts.ts';
import { followUp } from './follow-up.ts';
import { forget } from './forget.ts';
import { leavers } from './leavers.ts';
import { links } from './links.ts';
import type { Counts, JobName } from './names.ts';
import { offers } from './offers.ts';
import { retention } from './retention.ts';
import { rollups } from './rollups.ts';
import { weeklyNudge } from './weekly-nudge.ts';

/** Whether the clock runs a job, or an operator by hand. */
type By = 'clock' | 'hand';

/** The scheduled jobs, by the name an operator runs them by. Each is safe to run at any time, and twice. */
const JOBS = {
  offers,
  leavers,
  links,
  'follow-up': followUp,
  'weekly-nudge': weeklyNudge,
  rollups,
  digest,
  drafts,
  retention,
  forget,
  calendar,
} satisfies Record<JobName, unknown>;

type Job = (typeof JOBS)[keyof typeof JOBS];
/** The union of every job's dependencies, derived from their types. */
type JobDeps = Job extends (deps: infer All, by: By) => Promise<Counts> ? All : never;

const BY_NAME: Readonly<Record<string, (deps: JobDeps, by: By) => Promise<Counts>>> = JOBS;

export const runJob = async (name: string, deps: JobDeps, by: By = 'clock'): Promise<Counts> => {
  const job = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (job === undefined) throw new Error(`there is no job ${name}`);
  return job(deps, by);
};
